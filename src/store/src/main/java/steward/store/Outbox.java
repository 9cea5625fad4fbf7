package steward.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.Handle;
import steward.api.Ids;
import steward.api.Json;

/** Operations on their way to the server (sync.md, Outbox). Thread-safe; every method is one durable transaction. */
public final class Outbox {

    /** What one staging made: undo takes the whole back. */
    public record Staged(UUID batchId, List<UUID> operationIds) {}

    /** How many operations stand where; of one organization, or of all. */
    public record Counts(int held, int queued, int inFlight, int attention, int done) {
        /** Neither done nor canceled. */
        public int open() {
            return held + queued + inFlight + attention;
        }
    }

    /**
     * How far operations staged together have come.
     *
     * @param sourceFile name of the imported file, or null
     * @param waiting held, queued or in flight
     * @param done with an effect
     * @param nothingToDo done without: already a member, already invited, already canceled
     * @param attention refused: a person has to decide
     */
    public record Batch(
            UUID id,
            UUID orgId,
            String sourceFile,
            Instant createdAt,
            int total,
            int waiting,
            int done,
            int nothingToDo,
            int attention,
            int canceled) {}

    /** What moved in a batch, and where that leaves the whole. */
    public record Moved(Batch now, List<Operation> operations) {}

    /** How many operations of one staging and kind stand alike. */
    public record Sum(UUID orgId, UUID batchId, OperationKind kind, OperationState state, int count) {}

    /** A person's decision on an operation that needs attention. */
    public enum Decision {
        /** Send the same change again, on the state now in force, as a new operation. */
        SEND_MINE,
        /** Drop the change. */
        KEEP_THEIRS
    }

    /** {@link #list} holds at most so many open operations; {@link #counts} tells how many there are. */
    public static final int LIST_OPEN = 2000;
    /** {@link #list} holds at most so many done ones. */
    public static final int LIST_DONE = 1000;

    private final WorkStore work;
    private final Revision revision;

    Outbox(WorkStore work, Revision revision) {
        this.work = work;
        this.revision = revision;
    }

    /** A person who is invited anew: what was refused of them before is settled, else the new would wait behind it. */
    private static final String SETTLE_REFUSED = """
            UPDATE op SET state = 'CANCELED', due = 0, answered_at = coalesce(answered_at, :now)
            WHERE org_id = :org AND state = 'ATTENTION' AND kind = 'INVITE_PERSON' AND EXISTS (
              SELECT 1 FROM op n WHERE n.org_id = op.org_id AND n.aggregate = op.aggregate AND n.seq > op.seq
                AND n.state IN ('HELD', 'QUEUED', 'IN_FLIGHT', 'ATTENTION') AND n.batch_id = :batch
                AND n.kind = 'INVITE_PERSON')""";

    /**
     * Keeps requests durably, in order; they are taken one by one, so that there may be any number.
     *
     * @param orgId the organization they are for, captured here and never looked up again
     * @param hold undo window, zero for none
     * @param sourceFile name of the imported file, or null
     */
    public Staged stage(UUID orgId, Iterable<? extends Request> requests, Duration hold, String sourceFile) {
        Instant now = work.clock().instant();
        Instant notBefore = hold.isPositive() ? now.plus(hold) : null;
        UUID batchId = Ids.next();
        Set<UUID> organizations = new HashSet<>();
        var making = new Operations.Making(orgId, batchId, notBefore, sourceFile, work.account(), now);
        List<UUID> ids = work.write(handle -> {
            List<UUID> made = Operations.insert(handle, made(requests, orgId, organizations), making);
            handle.execute(
                    "INSERT INTO batch (id, org_id, src_file, size, created_at) VALUES (?, ?, ?, ?, ?)",
                    batchId.toString(),
                    orgId.toString(),
                    sourceFile,
                    made.size(),
                    now.toEpochMilli());
            handle.createUpdate(SETTLE_REFUSED)
                    .bind("now", now.toEpochMilli())
                    .bind("org", orgId.toString())
                    .bind("batch", batchId.toString())
                    .execute();
            return made;
        });
        work.shownChanged(organizations);
        return new Staged(batchId, ids);
    }

    /** @param organizations takes whom they are for */
    private static Iterator<NewOperation> made(
            Iterable<? extends Request> requests, UUID orgId, Set<UUID> organizations) {
        return StreamSupport.stream(requests.spliterator(), false)
                .map(NewOperation::of)
                .peek(operation -> organizations.add(operation.organization(orgId)))
                .iterator();
    }

    /**
     * Takes back what was never sent, with what builds on it (edits of a room not created); returns the ids it was not too
     * late for.
     */
    public List<UUID> cancel(Collection<UUID> operationIds) {
        Withdrawal done = work.write(handle -> {
            Withdrawal withdrawal = new Withdrawal(handle, work.clock().instant());
            withdrawal.cancel(operationIds);
            return withdrawal;
        });
        if (!done.canceled().isEmpty()) work.shownChanged(done.organizations());
        return done.canceled();
    }

    /**
     * Open operations of all organizations, in order, and what was done since the start of the given day: those that need
     * attention first, up to {@link #LIST_OPEN} and {@link #LIST_DONE}.
     */
    public List<Operation> list() {
        Instant midnight = midnight();
        return work.read(handle -> {
            List<Operation> all = new ArrayList<>();
            for (String state : List.of("ATTENTION", "IN_FLIGHT", "HELD", "QUEUED")) {
                all.addAll(inState(handle, state, LIST_OPEN - all.size()));
            }
            all.addAll(handle.createQuery("""
                            SELECT * FROM op WHERE state = 'DONE' AND answered_at >= :midnight
                            ORDER BY answered_at DESC LIMIT :limit""")
                    .bind("midnight", midnight.toEpochMilli())
                    .bind("limit", LIST_DONE)
                    .map(Operations::map)
                    .list());
            all.sort(Comparator.comparingLong(Operation::seq));
            return all;
        });
    }

    /** Of all that {@link #list} would hold if it had no limits, how many there are. */
    public List<Sum> sums() {
        return work.read(handle -> handle.createQuery("""
                        SELECT org_id, batch_id, kind, state, count(*) AS n FROM op
                        WHERE state IN ('HELD', 'QUEUED', 'IN_FLIGHT', 'ATTENTION')
                        GROUP BY org_id, batch_id, kind, state
                        UNION ALL SELECT org_id, batch_id, kind, state, count(*) FROM op
                        WHERE state = 'DONE' AND answered_at >= :midnight GROUP BY org_id, batch_id, kind, state""")
                .bind("midnight", midnight().toEpochMilli())
                .map((row, _) -> new Sum(
                        UUID.fromString(row.getString("org_id")),
                        UUID.fromString(row.getString("batch_id")),
                        OperationKind.valueOf(row.getString("kind")),
                        OperationState.valueOf(row.getString("state")),
                        row.getInt("n")))
                .list());
    }

    private Instant midnight() {
        return LocalDate.ofInstant(work.clock().instant(), ZoneId.systemDefault())
                .atStartOfDay(ZoneId.systemDefault())
                .toInstant();
    }

    /** Operations of one batch in row order. */
    public List<Operation> batch(UUID batchId) {
        return work.read(handle -> handle.createQuery("""
                        SELECT * FROM op WHERE batch_id = :batch AND superseded_by IS NULL
                        ORDER BY coalesce(src_row, 0), seq""")
                .bind("batch", batchId.toString())
                .map(Operations::map)
                .list());
    }

    /**
     * The next operations of one batch in the order they were made, for batches of any size.
     *
     * @param after the {@code seq} of the last one known, 0 to begin
     */
    public List<Operation> batch(UUID batchId, long after, int limit) {
        return work.read(handle -> handle.createQuery("""
                        SELECT * FROM op WHERE +batch_id = :batch AND superseded_by IS NULL AND seq > :after
                        ORDER BY seq LIMIT :limit""")
                .bind("batch", batchId.toString())
                .bind("after", after)
                .bind("limit", limit)
                .map(Operations::map)
                .list());
    }

    /**
     * Of one batch, in one look, how far it is and what may be other than it was: what is in flight, what was answered or
     * taken back since, and the given ones. What merely waits is not read: of 100,000 rows a batch of answers changes a few
     * hundred.
     *
     * @param since the last {@code answeredAt} known, or null
     * @param seqs of operations to look at again, whatever became of them
     */
    public Moved moved(UUID batchId, Instant since, Collection<Long> seqs) {
        return work.read(handle -> new Moved(
                state(handle, batchId).orElseThrow(),
                handle.createQuery(MOVED)
                        .bind("batch", batchId.toString())
                        .bind("since", since == null ? 0 : since.toEpochMilli())
                        .bind("seqs", Json.mapper().writeValueAsString(seqs))
                        .map(Operations::map)
                        .list()));
    }

    /** How many operations of each organization need a person; organizations without any are left out. */
    public Map<UUID, Integer> attention() {
        Map<UUID, Integer> counts = new HashMap<>();
        work.read(handle -> handle.createQuery("""
                        SELECT org_id, count(*) AS n FROM op INDEXED BY op_state WHERE state = 'ATTENTION'
                        GROUP BY org_id""")
                .map((row, _) -> counts.put(UUID.fromString(row.getString("org_id")), row.getInt("n")))
                .list());
        return counts;
    }

    /** An operation, also one that was superseded. */
    public Optional<Operation> find(UUID operationId) {
        return work.read(handle -> Operations.find(handle, operationId));
    }

    /** What was staged together: from a file, or several at once; newest first. */
    public List<Batch> batches(UUID orgId) {
        return work.read(handle -> handle.createQuery(BATCH + """
                         WHERE b.org_id = :org AND (b.size > 1 OR b.src_file IS NOT NULL)
                        GROUP BY b.id ORDER BY b.created_at DESC, b.id DESC""")
                .bind("org", orgId.toString())
                .map((row, _) -> batchRow(row))
                .list());
    }

    public Optional<Batch> batchState(UUID batchId) {
        return work.read(handle -> state(handle, batchId));
    }

    private static Optional<Batch> state(Handle handle, UUID batchId) {
        return handle.createQuery(BATCH + " WHERE b.id = :id GROUP BY b.id")
                .bind("id", batchId.toString())
                .map((row, _) -> batchRow(row))
                .findOne();
    }

    public Counts counts() {
        return work.read(handle -> count(handle, null));
    }

    public Counts counts(UUID orgId) {
        return work.read(handle -> count(handle, orgId));
    }

    /**
     * Sends again what needs attention, as a new operation that supersedes the old one and whose id is returned; or drops it
     * with what builds on it. One that needs attention no more is left alone.
     */
    public UUID decide(UUID operationId, Decision decision) {
        return switch (decision) {
            case SEND_MINE -> revision.again(operationId);
            case KEEP_THEIRS -> {
                Withdrawal done = work.write(handle -> {
                    Withdrawal withdrawal = new Withdrawal(handle, work.clock().instant());
                    withdrawal.drop(operationId);
                    return withdrawal;
                });
                work.shownChanged(done.organizations());
                yield operationId;
            }
        };
    }

    /**
     * Replaces an operation that needs attention, or was never sent, by an edited request.
     *
     * @throws IllegalStateException when it is too late
     */
    public UUID replace(UUID operationId, Request edited) {
        return revision.replace(operationId, NewOperation.of(edited));
    }

    private static final String MOVED = """
            SELECT * FROM op WHERE +batch_id = :batch AND superseded_by IS NULL AND seq IN (
              SELECT seq FROM op WHERE batch_id = :batch AND state = 'IN_FLIGHT'
              UNION SELECT seq FROM op WHERE batch_id = :batch AND state IN ('ATTENTION', 'CANCELED')
                AND answered_at >= :since
              UNION SELECT seq FROM op INDEXED BY op_answered WHERE state = 'DONE' AND answered_at >= :since
                AND batch_id = :batch
              UNION SELECT value FROM json_each(:seqs))
            ORDER BY seq""";

    private static final String BATCH = """
            SELECT b.id, b.org_id, b.src_file, b.created_at, count(op.seq) AS total,
              sum(op.state IN ('HELD', 'QUEUED', 'IN_FLIGHT')) AS waiting,
              sum(op.state = 'DONE') AS done,
              sum(op.state = 'DONE' AND coalesce(op.outcome, '') LIKE 'ALREADY%') AS nothing_to_do,
              sum(op.state = 'ATTENTION') AS attention,
              sum(op.state = 'CANCELED') AS canceled
            FROM batch b JOIN op ON op.batch_id = b.id AND op.superseded_by IS NULL""";

    private static Batch batchRow(java.sql.ResultSet row) throws SQLException {
        int nothing = row.getInt("nothing_to_do");
        return new Batch(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("org_id")),
                row.getString("src_file"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getInt("total"),
                row.getInt("waiting"),
                row.getInt("done") - nothing,
                nothing,
                row.getInt("attention"),
                row.getInt("canceled"));
    }

    private static List<Operation> inState(Handle handle, String state, int limit) {
        return handle.createQuery("""
                        SELECT * FROM op WHERE seq IN (
                          SELECT seq FROM op INDEXED BY op_state WHERE state = :state ORDER BY +seq LIMIT :limit)""")
                .bind("state", state)
                .bind("limit", limit)
                .map(Operations::map)
                .list();
    }

    private static Counts count(Handle handle, UUID orgId) {
        String of = orgId == null ? "" : " WHERE org_id = '" + orgId + "'";
        int[] counts = new int[OperationState.values().length];
        handle.createQuery("SELECT state, count(*) AS n FROM op" + of + " GROUP BY org_id, state")
                .map((row, _) ->
                        counts[OperationState.valueOf(row.getString("state")).ordinal()] += row.getInt("n"))
                .list();
        return new Counts(
                counts[OperationState.HELD.ordinal()],
                counts[OperationState.QUEUED.ordinal()],
                counts[OperationState.IN_FLIGHT.ordinal()],
                counts[OperationState.ATTENTION.ordinal()],
                counts[OperationState.DONE.ordinal()]);
    }
}
