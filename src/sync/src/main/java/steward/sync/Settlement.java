package steward.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import steward.api.Problem;
import steward.api.ProblemType;
import steward.store.Dispatch;
import steward.store.Operation;
import steward.store.OperationKind;
import steward.store.OperationState;
import steward.sync.Courier.Receipt;
import steward.sync.SyncException.ServerFault;
import steward.sync.SyncException.Unreachable;

/** Writes down what became of a call, as the table of answers in sync.md says. Thread-safe. */
final class Settlement {

    private final Dispatch dispatch;
    private final Stale stale;
    private final InstantSource clock;

    Settlement(Dispatch dispatch, Stale stale, InstantSource clock) {
        this.dispatch = dispatch;
        this.stale = stale;
        this.clock = clock;
    }

    /** The call was answered; each operation has its own receipt, or none: then its fate is unknown. */
    void answered(Lane lane, List<Operation> sent, List<Receipt> receipts) {
        Map<UUID, Receipt> byId = new HashMap<>();
        for (Receipt each : receipts) byId.put(each.operationId(), each);
        List<Dispatch.Answer> finals = new ArrayList<>();
        List<UUID> unknown = new ArrayList<>();
        List<Operation> outdated = new ArrayList<>();
        for (Operation each : sent) {
            Receipt receipt = byId.get(each.id());
            if (receipt == null || isPassing(receipt)) unknown.add(each.id());
            else if (receipt.status() == ProblemType.STALE_VERSION.status()) outdated.add(each);
            else finals.add(answer(receipt));
        }
        if (!finals.isEmpty()) dispatch.answered(finals);
        for (Operation each : outdated) stale.settle(each, byId.get(each.id()).problem());
        if (finals.size() + outdated.size() > 0) lane.succeeded(finals.size() + outdated.size());
        if (!unknown.isEmpty()) dispatch.requeue(unknown, lane.backOff(clock.instant()), null, false);
    }

    /** The call as a whole was not answered so. */
    void failed(Lane lane, List<Operation> sent, SyncException failure) {
        switch (failure) {
            case Unreachable e -> unreachable(lane, sent, e);
            case SyncException.Unauthorized e -> dispatch.requeue(ids(sent), null, null, false);
            case ServerFault e -> faulty(lane, sent, e);
            case SyncException.Forbidden e -> forbidden(lane, sent, e.problem());
            case SyncException.Conflict e -> conflict(lane, sent, e.problem());
            case SyncException.Rejected e -> rejected(lane, sent, e.problem());
        }
    }

    private void unreachable(Lane lane, List<Operation> sent, Unreachable failure) {
        switch (failure.reason()) {
            // surely never left
            case REFUSED, UNKNOWN_HOST, PROXY, OFFLINE_BY_CHOICE ->
                dispatch.unsent(ids(sent), lane.backOff(clock.instant()));
            default -> {
                lane.halve();
                dispatch.requeue(ids(sent), lane.backOff(clock.instant()), null, false);
            }
        }
    }

    private void faulty(Lane lane, List<Operation> sent, ServerFault fault) {
        if (fault.isTooMuchAtOnce()) lane.halve();
        Duration asked = fault.retryAfter();
        boolean serverAsked = asked != null && asked.isPositive();
        Instant now = clock.instant();
        Instant next = serverAsked ? lane.serverAsked(now.plus(asked)) : lane.backOff(now);
        dispatch.requeue(ids(sent), next, null, serverAsked);
    }

    private void forbidden(Lane lane, List<Operation> sent, Problem problem) {
        boolean ofOrganization = isBatch(sent.getFirst().kind()) || problem.is(ProblemType.READ_ONLY);
        if (ofOrganization) {
            dispatch.requeue(ids(sent), null, problem, false);
            lane.block(SendingState.Wait.NOT_ALLOWED);
        } else {
            refused(sent, problem);
        }
    }

    private void conflict(Lane lane, List<Operation> sent, Problem problem) {
        if (problem.is(ProblemType.OPERATION_IN_PROGRESS)) {
            dispatch.requeue(ids(sent), lane.backOff(clock.instant()), null, false);
        } else if (sent.size() > 1) {
            search(lane, sent);
        } else if (problem.status() == ProblemType.STALE_VERSION.status()) {
            stale.settle(sent.getFirst(), problem);
        } else {
            culprit(lane, sent, problem);
        }
    }

    private void rejected(Lane lane, List<Operation> sent, Problem problem) {
        if (isBatch(sent.getFirst().kind()) && problem.status() == ProblemType.NOT_FOUND.status()) {
            // the organization is not there for us any more
            dispatch.requeue(ids(sent), null, problem, false);
            lane.block(SendingState.Wait.STOPPED);
        } else if (sent.size() == 1) {
            culprit(lane, sent, problem);
        } else if (problem.status() == ProblemType.TOO_LARGE.status() && lane.halved(sent.size())) {
            dispatch.requeue(ids(sent), null, null, false);
        } else {
            search(lane, sent);
        }
    }

    private void search(Lane lane, List<Operation> sent) {
        lane.search(sent.size());
        dispatch.requeue(ids(sent), null, null, false);
    }

    private void culprit(Lane lane, List<Operation> sent, Problem problem) {
        refused(sent, problem);
        lane.searchEnded();
    }

    private void refused(List<Operation> sent, Problem problem) {
        dispatch.answered(sent.stream()
                .map(each -> new Dispatch.Answer(
                        each.id(), OperationState.ATTENTION, problem.status(), null, problem, null, null))
                .toList());
    }

    /** Whether the item as such was not decided yet. */
    private static boolean isPassing(Receipt receipt) {
        boolean running = receipt.problem() != null && receipt.problem().is(ProblemType.OPERATION_IN_PROGRESS);
        return running || receipt.status() >= 500 || List.of(408, 425, 429).contains(receipt.status());
    }

    private static Dispatch.Answer answer(Receipt receipt) {
        boolean done = receipt.status() >= 200 && receipt.status() < 300;
        return new Dispatch.Answer(
                receipt.operationId(),
                done ? OperationState.DONE : OperationState.ATTENTION,
                receipt.status(),
                receipt.outcome(),
                receipt.problem(),
                receipt.changeSeq(),
                receipt.etag());
    }

    private static boolean isBatch(OperationKind kind) {
        return switch (kind) {
            case INVITE_PERSON, RESEND_INVITATION, CANCEL_INVITATION -> true;
            default -> false;
        };
    }

    private static List<UUID> ids(List<Operation> operations) {
        return operations.stream().map(Operation::id).toList();
    }
}
