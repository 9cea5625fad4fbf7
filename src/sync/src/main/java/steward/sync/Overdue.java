package steward.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import steward.api.OperationLookup;
import steward.api.OperationState;
import steward.api.Problem;
import steward.api.ProblemType;
import steward.store.Operation;
import steward.sync.Courier.Receipt;

/**
 * Asks what became of operations first sent so long ago that the server may soon have forgotten their keys, before they
 * are sent again. Thread-safe.
 */
final class Overdue {

    /** The program's own type: nobody can say any more whether it was done. */
    static final String OUTCOME_UNKNOWN = "urn:steward:outcome-unknown";

    private static final Duration RESENT_FREELY = Duration.ofDays(14);

    private final OrganizationCalls reads;
    private final Duration keyRetention;

    Overdue(OrganizationCalls reads, int keyRetentionDays) {
        this.reads = reads;
        this.keyRetention = Duration.ofDays(keyRetentionDays);
    }

    /** Receipts of those whose fate is settled; the others are to be sent. */
    List<Receipt> settled(UUID orgId, List<Operation> operations, Instant now) {
        List<Operation> old = operations.stream()
                .filter(each -> each.firstSentAt() != null && isOlder(each, RESENT_FREELY, now))
                .toList();
        if (old.isEmpty()) return List.of();
        Map<UUID, OperationState> fates = new HashMap<>();
        OperationLookup question =
                new OperationLookup(old.stream().map(Operation::id).toList());
        for (OperationState each : reads.lookup(orgId, question).body().items()) fates.put(each.opId(), each);
        List<Receipt> receipts = new ArrayList<>();
        for (Operation each : old) {
            OperationState fate = fates.get(each.id());
            if (fate != null && fate.known() && fate.status() != null) {
                receipts.add(known(each, fate));
            } else if (isOlder(each, keyRetention, now)) {
                receipts.add(refusal(each, new Problem(OUTCOME_UNKNOWN, "Outcome unknown", 409, "", null, null)));
            }
        }
        return receipts;
    }

    private static boolean isOlder(Operation operation, Duration age, Instant now) {
        return operation.firstSentAt().plus(age).isBefore(now);
    }

    private static Receipt known(Operation operation, OperationState fate) {
        boolean done = fate.status() >= 200 && fate.status() < 300;
        if (done) return new Receipt(operation.id(), fate.status(), null, null, fate.changeSeq(), null);
        String title = ProblemType.CONFLICT.title();
        return refusal(operation, new Problem(ProblemType.CONFLICT.urn(), title, fate.status(), title, null, null));
    }

    private static Receipt refusal(Operation operation, Problem problem) {
        return new Receipt(operation.id(), problem.status(), null, problem, null, null);
    }
}
