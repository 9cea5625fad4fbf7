package steward.store.disk;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import steward.api.Ids;
import steward.api.Role;
import steward.store.AccountStore;
import steward.store.Dispatch;
import steward.store.Drafts;
import steward.store.Operation;
import steward.store.OperationState;
import steward.store.Outbox;
import steward.store.Request;
import steward.store.StoreException;
import steward.store.Unsynced;

/**
 * A process of its own that prepares, stages, sends and takes back as a seed says. What it is told to be saved it
 * writes to standard output at once, a line a commit (see {@link Acknowledged}), and what it is refused too.
 */
final class Worker {

    static final UUID ACCOUNT = UUID.fromString("0195f0a0-0000-7000-8000-00000000acc0");

    /** A file that is removed when saving was refused often enough, as a person would make room. */
    static final String BALLAST = "ballast";

    private static final UUID ORG = UUID.fromString("0195f0a0-0000-7000-8000-000000000001");
    private static final InstantSource CLOCK = InstantSource.system();
    private static final int MOST_AT_ONCE = 400;
    private static final int MOST_CLAIMED = 60;
    private static final int PATIENCE = 12;

    /** The parts of the work store. */
    private record Desk(Outbox outbox, Dispatch dispatch, Drafts drafts, Runnable closing) {
        static Desk of(AccountStore store) {
            return new Desk(store.outbox(), store.dispatch(), store.drafts(), store::close);
        }

        static Desk of(Unsynced store) {
            return new Desk(store.outbox(), store.dispatch(), store.drafts(), store::close);
        }
    }

    private final Desk desk;
    private final Random random;
    private final UUID lease = Ids.next();
    private final List<UUID> staged = new ArrayList<>();
    private final List<UUID> sent = new ArrayList<>();
    private final Path ballast;
    private int people;
    private int refused;

    private Worker(Desk desk, long seed, Path ballast) {
        this.desk = desk;
        this.ballast = ballast;
        this.random = new Random(seed);
    }

    /** Arguments: folder, seed, steps, and for the control {@code unsynced}. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        boolean unsynced = args.length > 3 && args[3].equals("unsynced");
        Desk desk;
        try {
            desk = unsynced
                    ? Desk.of(new Unsynced(folder, ACCOUNT, CLOCK))
                    : Desk.of(AccountStore.open(folder, ACCOUNT, CLOCK));
        } catch (StoreException e) {
            say("refused open " + e.reason());
            return;
        } catch (UncheckedIOException e) {
            say("refused open " + e.getCause().getClass().getSimpleName());
            return;
        }
        Worker worker = new Worker(desk, Long.parseLong(args[1]), folder.resolve(BALLAST));
        for (int i = 0; i < Integer.parseInt(args[2]); i++) worker.step();
        try {
            desk.closing().run();
        } catch (StoreException e) {
            say("refused close " + e.reason());
        }
        say("end");
    }

    private void step() throws IOException {
        int drawn = random.nextInt(10);
        try {
            switch (drawn) {
                case 0, 1, 2 -> stage(1 + random.nextInt(5));
                case 3 -> stage(100 + random.nextInt(MOST_AT_ONCE - 100));
                case 4, 5 -> claim();
                case 6, 7 -> answer();
                case 8 -> cancel();
                default -> draft();
            }
        } catch (StoreException e) {
            say("refused step " + e.reason());
            if (++refused == PATIENCE && Files.deleteIfExists(ballast)) say("freed");
        }
    }

    private void stage(int size) throws IOException {
        List<Request> requests = IntStream.range(0, size)
                .mapToObj(i -> (Request) new Request.InvitePerson(
                        Ids.next(), "p" + people++ + "@example.org", Role.MEMBER, "Ann", "Welcome", (long) i))
                .toList();
        Outbox.Staged made = desk.outbox().stage(ORG, requests, Duration.ZERO, size > 5 ? "people.csv" : null);
        say("staged " + made.batchId() + " " + size);
        staged.addAll(made.operationIds());
    }

    private void claim() throws IOException {
        List<Operation> claimed = desk.dispatch().claim(ORG, MOST_CLAIMED, lease, Instant.now());
        if (claimed.isEmpty()) return;
        List<UUID> ids = claimed.stream().map(Operation::id).toList();
        say("sent", ids);
        staged.removeAll(ids);
        sent.addAll(ids);
    }

    private void answer() throws IOException {
        if (sent.isEmpty()) return;
        List<UUID> ids = List.copyOf(sent.subList(0, 1 + random.nextInt(sent.size())));
        desk.dispatch()
                .answered(ids.stream()
                        .map(id -> new Dispatch.Answer(id, OperationState.DONE, 200, null, null, 1L, null))
                        .toList());
        say("done", ids);
        sent.removeAll(ids);
    }

    private void cancel() throws IOException {
        if (staged.isEmpty()) return;
        int from = random.nextInt(staged.size());
        List<UUID> ids = List.copyOf(staged.subList(from, Math.min(staged.size(), from + 5)));
        List<UUID> canceled = desk.outbox().cancel(ids);
        say("canceled", canceled);
        staged.removeAll(canceled);
    }

    private void draft() throws IOException {
        UUID id = Ids.next();
        desk.drafts().save(new Drafts.Draft(id, ORG, "Draft", "people.csv", null, null, Instant.now()));
        say("draft " + id + " 0");
        int size = 1 + random.nextInt(50);
        desk.drafts()
                .replaceRows(
                        id,
                        IntStream.range(0, size)
                                .mapToObj(i -> new Drafts.DraftRow(
                                        i, "d" + i + "@example.org", "Bob", "member", null, "READY", null))
                                .toList());
        say("draft " + id + " " + size);
    }

    private static void say(String what, List<UUID> ids) throws IOException {
        say(what + " " + ids.stream().map(UUID::toString).collect(Collectors.joining(" ")));
    }

    /** One system call a line, so that it stands in order among those of the database. */
    private static void say(String line) throws IOException {
        new FileOutputStream(FileDescriptor.out).write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
