package steward.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import steward.api.BatchOutcome;
import steward.api.Json;
import steward.api.Problem;
import tools.jackson.databind.JsonNode;

/**
 * The sending side of the outbox. Operations of another account are never handed out. Thread-safe; every method is one
 * durable transaction.
 */
public final class Dispatch {

    /**
     * The final answer to an operation.
     *
     * @param state {@code DONE} or {@code ATTENTION}
     * @param status as an HTTP status, or null
     * @param outcome of an item of a batch, or null
     * @param problem or null
     * @param changeSeq of the effect, or null
     * @param etag of the object after the effect, or null; later operations on it that were never sent take it over
     */
    public record Answer(
            UUID operationId,
            OperationState state,
            Integer status,
            BatchOutcome outcome,
            Problem problem,
            Long changeSeq,
            String etag) {}

    /** Of what may be sent: its own account's, nothing earlier open on the same object or person, the organization made. */
    private static final String CLAIMABLE = """
             c.actor = :actor
            AND NOT EXISTS (SELECT 1 FROM op b WHERE b.org_id = c.org_id AND b.aggregate = c.aggregate
              AND b.seq < c.seq AND b.state IN ('HELD', 'QUEUED', 'IN_FLIGHT', 'ATTENTION'))
            AND (c.kind = 'CREATE_ORGANIZATION' OR NOT EXISTS (SELECT 1 FROM op n WHERE n.org_id = c.org_id
              AND n.aggregate = c.org_id AND n.kind = 'CREATE_ORGANIZATION'
              AND n.state IN ('HELD', 'QUEUED', 'IN_FLIGHT', 'ATTENTION')))
            AND (c.kind <> 'LEAVE_ORGANIZATION' OR NOT EXISTS (SELECT 1 FROM op e WHERE e.org_id = c.org_id
              AND e.state IN ('HELD', 'QUEUED', 'IN_FLIGHT') AND e.seq < c.seq)) """;

    /** Organizations with any operation, found by jumping through the index. */
    private static final String SENDING = """
            WITH RECURSIVE o (org_id) AS (
              SELECT min(org_id) FROM op
              UNION ALL SELECT (SELECT min(org_id) FROM op WHERE op.org_id > o.org_id) FROM o WHERE o.org_id IS NOT NULL)
            SELECT org_id FROM o WHERE org_id IS NOT NULL AND org_id NOT IN (SELECT org_id FROM paused)""";

    private final WorkStore work;
    private final Revision revision;

    Dispatch(WorkStore work, Revision revision) {
        this.work = work;
        this.revision = revision;
    }

    /** Puts back in the queue what is in flight under another lease: unknown, to be resent with the same key. */
    public int recover(UUID lease) {
        int recovered = work.write(handle -> handle.execute(
                "UPDATE op SET state = 'QUEUED', due = 0, lease = NULL WHERE state = 'IN_FLIGHT' AND lease <> ?",
                lease.toString()));
        if (recovered > 0) work.outboxChanged(null);
        return recovered;
    }

    /** When the next operation can be claimed ({@code now}, if some can), blocked and paused ones aside. */
    public Optional<Instant> nextDue(Instant now) {
        return work.read(handle -> {
            List<String> organizations = sending(handle);
            for (String orgId : organizations) if (isDue(handle, orgId, now)) return Optional.of(now);
            return organizations.stream()
                    .flatMap(orgId -> Stream.of("HELD", "QUEUED").flatMap(state -> firstDue(handle, orgId, state)))
                    .min(Instant::compareTo);
        });
    }

    /** Organizations with something to claim; paused ones aside. */
    public List<UUID> organizations(Instant now) {
        return work.read(handle -> sending(handle).stream()
                .filter(orgId -> isDue(handle, orgId, now))
                .map(UUID::fromString)
                .toList());
    }

    /**
     * Takes the next operations of an organization in flight, committed on return: a run of one batchable kind (invite,
     * resend, cancel), or one other operation. An operation waits while an earlier one on the same object or person is open.
     */
    public List<Operation> claim(UUID orgId, int limit, UUID lease, Instant now) {
        List<Operation> claimed = work.write(handle -> {
            if (isPaused(handle, orgId)) return List.of();
            ready(handle, orgId, now);
            List<Long> chosen = choose(handle, orgId, limit);
            return chosen.isEmpty() ? List.of() : takeOff(handle, chosen, lease, now);
        });
        if (!claimed.isEmpty()) work.outboxChanged(orgId);
        return claimed;
    }

    /** Writes final answers; those of operations that were superseded or canceled are passed over. */
    public void answered(List<Answer> answers) {
        Instant now = work.clock().instant();
        Set<UUID> organizations = work.write(handle -> Answering.write(handle, answers, now));
        work.shownChanged(organizations);
    }

    /**
     * Puts operations in flight back in the queue, their fate unknown: they keep their keys and cannot be canceled.
     *
     * @param nextAttemptAt or null for at once
     * @param problem the last refusal, or null
     * @param serverAsked whether the server set the time; such a wait outlasts {@link #clearBackOff}
     */
    public void requeue(Collection<UUID> operationIds, Instant nextAttemptAt, Problem problem, boolean serverAsked) {
        String told = problem == null ? null : Json.mapper().writeValueAsString(problem);
        putBack(operationIds, nextAttemptAt, "asked = " + (serverAsked ? 1 : 0) + ", problem = ?", told);
    }

    /** Like {@link #requeue} for a call that surely never left: what was not sent before can be canceled again. */
    public void unsent(Collection<UUID> operationIds, Instant nextAttemptAt) {
        putBack(
                operationIds,
                nextAttemptAt,
                "asked = ?, first_sent_at = CASE attempts WHEN 1 THEN NULL ELSE first_sent_at END,"
                        + " attempts = attempts - 1",
                "0");
    }

    /** Supersedes an operation by the same change on a newer state, under a new key, in its place; returns the new id. */
    public UUID rebase(UUID operationId, JsonNode payload, String baseEtag, JsonNode base) {
        return revision.rebase(operationId, payload, baseEtag, base);
    }

    /** How often the change was rebased already. */
    public int rebases(UUID operationId) {
        return revision.rebases(operationId);
    }

    /** Ends waits after faults, of one organization or (null) of all. */
    public void clearBackOff(UUID orgId) {
        int cleared = work.write(handle ->
                handle.execute("UPDATE op SET due = 0 WHERE state = 'QUEUED' AND due > 0 AND asked = 0" + of(orgId)));
        if (cleared > 0) work.outboxChanged(orgId);
    }

    /** Ends all waits and undo windows earlier by so much. */
    public void bringForward(Duration by) {
        int moved = work.write(handle -> handle.execute(
                "UPDATE op SET due = max(1, due - ?) WHERE state IN ('HELD', 'QUEUED') AND due > 0", by.toMillis()));
        if (moved > 0) work.outboxChanged(null);
    }

    /** Ends all waits at that time at the latest. */
    public void endWaitsBy(Instant latest) {
        int ended = work.write(handle -> handle.execute(
                "UPDATE op SET due = ? WHERE state = 'QUEUED' AND due > ?",
                latest.toEpochMilli(),
                latest.toEpochMilli()));
        if (ended > 0) work.outboxChanged(null);
    }

    /** Ends undo windows, of one organization or (null) of all. */
    public void releaseHeld(UUID orgId) {
        int released = work.write(
                handle -> handle.execute("UPDATE op SET state = 'QUEUED', due = 0 WHERE state = 'HELD'" + of(orgId)));
        if (released > 0) work.outboxChanged(orgId);
    }

    /** Holds an organization's operations, or lets them go on; survives a restart. */
    public void pause(UUID orgId, boolean paused) {
        String sql = paused ? "INSERT OR IGNORE INTO paused VALUES (?)" : "DELETE FROM paused WHERE org_id = ?";
        work.write(handle -> handle.execute(sql, orgId.toString()));
        work.outboxChanged(orgId);
    }

    public boolean paused(UUID orgId) {
        return work.read(handle -> isPaused(handle, orgId));
    }

    /** When the oldest operation was made that is queued or in flight. */
    public Optional<Instant> oldestUnsent(UUID orgId) {
        return instant("""
                SELECT created_at FROM op WHERE seq = (
                  SELECT min(seq) FROM op WHERE org_id = :org AND state IN ('QUEUED', 'IN_FLIGHT'))""", orgId);
    }

    /** Whether something of an organization waits, nothing is in flight, and none of it can go before a person decides. */
    public boolean isBlocked(UUID orgId) {
        return work.read(handle -> {
            List<String> open = handle.createQuery(
                            "SELECT DISTINCT state FROM op WHERE org_id = :org AND state IN ('HELD', 'QUEUED', 'IN_FLIGHT')")
                    .bind("org", orgId.toString())
                    .mapTo(String.class)
                    .list();
            return !open.isEmpty()
                    && !open.contains("IN_FLIGHT")
                    && open.stream()
                            .flatMap(state -> firstDue(handle, orgId.toString(), state))
                            .findAny()
                            .isEmpty();
        });
    }

    /** Organizations with something that was sent and never answered. */
    public List<UUID> unsure() {
        return work.read(handle -> handle.createQuery("""
                        SELECT DISTINCT org_id FROM op
                        WHERE state IN ('QUEUED', 'IN_FLIGHT') AND first_sent_at IS NOT NULL""")
                .mapTo(String.class)
                .map(UUID::fromString)
                .list());
    }

    /** Until when the server asked organizations to wait; waits that are over aside. */
    public Map<UUID, Instant> asked(Instant now) {
        Map<UUID, Instant> asked = new HashMap<>();
        work.read(handle -> handle.createQuery("""
                        SELECT org_id, max(due) AS until FROM op WHERE state = 'QUEUED' AND asked = 1 AND due > :now
                        GROUP BY org_id""")
                .bind("now", now.toEpochMilli())
                .map((row, _) ->
                        asked.put(UUID.fromString(row.getString("org_id")), Instant.ofEpochMilli(row.getLong("until"))))
                .list());
        return asked;
    }

    /** Earliest end of an undo window of an organization. */
    public Optional<Instant> heldUntil(UUID orgId) {
        return instant("SELECT min(due) FROM op WHERE org_id = :org AND state = 'HELD'", orgId);
    }

    /** Earliest end of a wait of an organization; empty when something may go now, or nothing is queued. */
    public Optional<Instant> waitsUntil(UUID orgId) {
        return instant("""
                SELECT CASE WHEN min(due) > 0 THEN min(due) END FROM op WHERE org_id = :org AND state = 'QUEUED'""", orgId);
    }

    private Optional<Instant> instant(String sql, UUID orgId) {
        return work.read(handle -> handle.createQuery(sql)
                .bind("org", orgId.toString())
                .mapTo(Long.class)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Instant::ofEpochMilli));
    }

    private static String of(UUID orgId) {
        return orgId == null ? "" : " AND org_id = '" + orgId + "'";
    }

    private void putBack(Collection<UUID> ids, Instant nextAttemptAt, String set, String value) {
        Set<UUID> organizations = new HashSet<>();
        String sql = "UPDATE op SET state = 'QUEUED', lease = NULL, due = ?, " + set
                + " WHERE op_id = ? AND state = 'IN_FLIGHT' RETURNING org_id";
        work.write(handle -> {
            try (PreparedStatement update = handle.getConnection().prepareStatement(sql)) {
                for (UUID id : ids) {
                    update.setLong(1, nextAttemptAt == null ? 0 : nextAttemptAt.toEpochMilli());
                    update.setString(2, value);
                    update.setString(3, id.toString());
                    try (ResultSet row = update.executeQuery()) {
                        if (row.next()) organizations.add(UUID.fromString(row.getString(1)));
                    }
                }
                return null;
            }
        });
        organizations.forEach(work::outboxChanged);
    }

    private static List<String> sending(Handle handle) {
        return handle.createQuery(SENDING).mapTo(String.class).list();
    }

    private boolean isDue(Handle handle, String orgId, Instant now) {
        return handle.createQuery("SELECT 1 FROM op c WHERE c.org_id = :org AND c.state IN ('HELD', 'QUEUED')"
                        + " AND c.due <= :now AND" + CLAIMABLE + "LIMIT 1")
                .bind("org", orgId)
                .bind("now", now.toEpochMilli())
                .bind("actor", work.account().toString())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private Stream<Instant> firstDue(Handle handle, String orgId, String state) {
        return handle
                .createQuery("SELECT c.due FROM op c WHERE c.org_id = :org AND c.state = :state AND" + CLAIMABLE
                        + "ORDER BY c.due LIMIT 1")
                .bind("org", orgId)
                .bind("state", state)
                .bind("actor", work.account().toString())
                .mapTo(Long.class)
                .map(Instant::ofEpochMilli)
                .findOne()
                .stream();
    }

    private static boolean isPaused(Handle handle, UUID orgId) {
        return handle.createQuery("SELECT 1 FROM paused WHERE org_id = :org")
                .bind("org", orgId.toString())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Ends undo windows and waits that are over, so that the queue is in order of making again. */
    private static void ready(Handle handle, UUID orgId, Instant now) {
        handle.execute(
                "UPDATE op SET state = 'QUEUED', due = 0 WHERE org_id = ? AND state = 'HELD' AND due <= ?",
                orgId.toString(),
                now.toEpochMilli());
        handle.execute(
                "UPDATE op SET due = 0, asked = 0 WHERE org_id = ? AND state = 'QUEUED' AND due BETWEEN 1 AND ?",
                orgId.toString(),
                now.toEpochMilli());
    }

    private List<Long> choose(Handle handle, UUID orgId, int limit) {
        record Candidate(long seq, OperationKind kind) {}
        Optional<Candidate> first = candidates(handle, orgId, "", 1)
                .map((row, _) -> new Candidate(row.getLong("seq"), OperationKind.valueOf(row.getString("kind"))))
                .findFirst();
        if (first.isEmpty()) return List.of();
        return switch (first.get().kind()) {
            case INVITE_PERSON, RESEND_INVITATION, CANCEL_INVITATION ->
                candidates(handle, orgId, "c.kind = '" + first.get().kind() + "' AND", limit)
                        .map((row, _) -> row.getLong("seq"))
                        .list();
            default -> List.of(first.get().seq());
        };
    }

    private Query candidates(Handle handle, UUID orgId, String which, int limit) {
        return handle.createQuery("SELECT c.seq, c.kind FROM op c WHERE c.org_id = :org AND c.state = 'QUEUED'"
                        + " AND c.due = 0 AND " + which + CLAIMABLE + "ORDER BY c.seq LIMIT :limit")
                .bind("org", orgId.toString())
                .bind("actor", work.account().toString())
                .bind("limit", limit);
    }

    private static List<Operation> takeOff(Handle handle, List<Long> chosen, UUID lease, Instant now) {
        handle.createUpdate("""
                        UPDATE op SET state = 'IN_FLIGHT', lease = :lease, attempts = attempts + 1,
                          first_sent_at = coalesce(first_sent_at, :now) WHERE seq IN (<chosen>)""")
                .bind("lease", lease.toString())
                .bind("now", now.toEpochMilli())
                .bindList("chosen", chosen)
                .execute();
        return handle.createQuery("SELECT * FROM op WHERE seq IN (<chosen>) ORDER BY seq")
                .bindList("chosen", chosen)
                .map(Operations::map)
                .list();
    }
}
