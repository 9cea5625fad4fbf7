package steward.sync;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.server.Faults;
import steward.store.Operation;
import steward.store.OperationState;
import steward.store.Outbox;
import steward.sync.MatrixCell.Cell;

/**
 * A cell of the fault matrix as the engine drives it: it repeats by itself, or leaves it to a person where what came
 * back says so; what it sent last is repeated once more to the letter.
 */
final class EngineCell {

    /** What goes through the outbox; one for each kind of operation. */
    static final Set<String> OUTBOX = Set.of(
            "inviteBatch",
            "resendBatch",
            "cancelBatch",
            "changeRole",
            "removeMember",
            "createRoom",
            "editRoom",
            "deleteRoom",
            "editOrganization",
            "setLogo",
            "removeLogo",
            "renameRecording",
            "deleteRecording",
            "restoreRecording",
            "createOrganization",
            "leaveOrganization");

    private static final Pattern KEY = Pattern.compile("(?i)\r\nidempotency-key: *([^\r]+)");
    private static final Pattern IF_MATCH = Pattern.compile("(?i)\r\nif-match: *([^\r]+)");

    private final World world;
    private final Session session;
    private final Cell cell;
    private final MatrixStep step;
    private final MatrixGround ground;
    private final CountDownLatch within = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<FaultProxy.Call> calls = new ArrayList<>();

    private EngineCell(World world, Session session, HttpClient http, Cell cell) {
        this.world = world;
        this.session = session;
        this.cell = cell;
        this.ground = new MatrixGround(world, http);
        this.step = MatrixRoutes.all().get(cell.operationId()).apply(ground);
    }

    /** @return what is wrong; empty when the write has its one effect, and the outbox tells the truth of it */
    static List<String> run(World world, Session session, HttpClient http, Cell cell, Map<String, Long> effect) {
        EngineCell run = new EngineCell(world, session, http, cell);
        Map<String, Long> before = MatrixGround.count(world);
        List<String> wrong = new ArrayList<>(run.send());
        MatrixWrite.Reply again = run.sentLast().answered(http, world.proxy.address());
        if (again.status() >= 300) wrong.add("answered otherwise: " + again);
        Map<String, Long> changed = MatrixGround.difference(before, MatrixGround.count(world));
        if (!changed.equals(effect)) wrong.add("changed " + changed + " instead of " + effect);
        return wrong.stream().map(each -> "engine, " + cell + ": " + each).toList();
    }

    private List<String> send() {
        prepare();
        world.proxy.plan(this::fault);
        Outbox outbox = session.store().outbox();
        Outbox.Staged staged = outbox.stage(ground.org, List.of(step.request()), Duration.ZERO, null);
        UUID id = staged.operationIds().getFirst();
        World.await(() -> "the end of " + cell + " after " + sent() + " calls", () -> isSettled(outbox, id));
        goOn.countDown();
        world.proxy.plan(call -> Fault.NONE);
        Operation settled = outbox.find(id).orElseThrow();
        List<String> wrong = new ArrayList<>();
        boolean refused = cell.fault() == Fault.BAD_REQUEST || cell.fault() == Fault.TOO_LARGE;
        if ((settled.state() == OperationState.ATTENTION) != refused) wrong.add("ends as " + settled.state());
        if (settled.state() == OperationState.ATTENTION) outbox.decide(id, Outbox.Decision.KEEP_THEIRS);
        int least = cell.moment() == Moment.DURING
                        || (cell.moment() == Moment.AFTER && !cell.fault().passesOn())
                ? 2
                : 1;
        if (sent() < least) wrong.add("not struck");
        return wrong;
    }

    private void prepare() {
        world.faults.clear();
        switch (cell.moment()) {
            case BEFORE -> {
                boolean reaches = cell.fault().passesOn() || cell.fault() == Fault.RESET_WITHIN;
                int busy = cell.fault() == Fault.TWICE ? 2 : 1;
                if (reaches) world.faults.plan(this::isOurs, busy, new Faults.Fault.Status(503, null));
            }
            case DURING ->
                world.faults.plan(this::isOurs, 1, new Faults.Fault.Within(() -> {
                    within.countDown();
                    MatrixCell.await(goOn);
                    return true;
                }));
            case AFTER -> {}
        }
    }

    private boolean isOurs(Faults.Request request) {
        return request.operationId().equals(cell.operationId());
    }

    private Fault fault(FaultProxy.Call call) {
        if (!call.isWrite()) return Fault.NONE;
        int number;
        synchronized (calls) {
            calls.add(call);
            number = calls.size();
        }
        return switch (cell.moment()) {
            case BEFORE -> number == 1 ? cell.fault() : Fault.NONE;
            case DURING -> during(number);
            case AFTER -> {
                if (number == 1) yield cell.fault().passesOn() ? cell.fault() : Fault.DROP_ANSWER;
                yield number == 2 && !cell.fault().passesOn() ? cell.fault() : Fault.NONE;
            }
        };
    }

    /** The line of the first is cut in its transaction, the second is struck meanwhile, the third finds it committed. */
    private Fault during(int number) {
        switch (number) {
            case 1 -> {
                return Fault.RESET_AFTER;
            }
            case 2 -> {
                MatrixCell.await(within);
                return cell.fault();
            }
            default -> {
                goOn.countDown();
                return Fault.NONE;
            }
        }
    }

    private int sent() {
        synchronized (calls) {
            return calls.size();
        }
    }

    private MatrixWrite sentLast() {
        FaultProxy.Call last;
        synchronized (calls) {
            last = calls.getLast();
        }
        Matcher key = KEY.matcher(last.head());
        Matcher ifMatch = IF_MATCH.matcher(last.head());
        return new MatrixWrite(
                last.method(),
                last.path(),
                ground.owner,
                key.find() ? UUID.fromString(key.group(1)) : null,
                ifMatch.find() ? ifMatch.group(1) : null,
                last.body().isEmpty() ? null : last.body());
    }

    private static boolean isSettled(Outbox outbox, UUID id) {
        OperationState state = outbox.find(id).orElseThrow().state();
        return state == OperationState.DONE || state == OperationState.ATTENTION;
    }
}
