package steward.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import steward.api.Json;

/** Writes one final answer, inside a transaction of the caller. */
final class Answering {

    private record Answered(UUID orgId, String aggregate, UUID objectId, long seq) {}

    private Answering() {}

    /** Returns the organization, or empty when the operation waits for no answer. */
    static Optional<UUID> write(Handle handle, Dispatch.Answer answer, Instant now) {
        if (answer.state() != OperationState.DONE && answer.state() != OperationState.ATTENTION) {
            throw new IllegalArgumentException("not final: " + answer.state());
        }
        // in the queue again: the answer came late, after the watchdog
        Optional<Answered> answered = bind(handle.createQuery("""
                        UPDATE op SET state = :state, result_status = :status, outcome = :outcome, problem = :problem,
                          change_seq = :changeSeq, answered_at = :now, lease = NULL, due = 0, asked = 0
                        WHERE op_id = :id AND state IN ('IN_FLIGHT', 'QUEUED') AND first_sent_at IS NOT NULL
                        RETURNING org_id, aggregate, object_id, seq"""), answer, now)
                .map((row, _) -> new Answered(
                        UUID.fromString(row.getString("org_id")),
                        row.getString("aggregate"),
                        UUID.fromString(row.getString("object_id")),
                        row.getLong("seq")))
                .findOne();
        if (answer.state() == OperationState.DONE && answer.etag() != null) {
            answered.ifPresent(it -> handOn(handle, it, answer.etag()));
        }
        return answered.map(Answered::orgId);
    }

    private static Query bind(Query update, Dispatch.Answer answer, Instant now) {
        return update.bind("state", answer.state().name())
                .bind("status", answer.status())
                .bind(
                        "outcome",
                        answer.outcome() == null ? null : answer.outcome().name())
                .bind("problem", answer.problem() == null ? null : Json.mapper().writeValueAsString(answer.problem()))
                .bind("changeSeq", answer.changeSeq())
                .bind("now", now.toEpochMilli())
                .bind("id", answer.operationId().toString());
    }

    /** A later change was made on what this one made: it stands on its version now. */
    private static void handOn(Handle handle, Answered answered, String etag) {
        handle.createUpdate("UPDATE op SET base_etag = :etag WHERE org_id = :org AND aggregate = :aggregate"
                        + " AND object_id = :object AND seq > :seq AND first_sent_at IS NULL"
                        + " AND base_etag IS NOT NULL AND state IN " + Operations.OPEN)
                .bind("etag", etag)
                .bind("org", answered.orgId().toString())
                .bind("aggregate", answered.aggregate())
                .bind("object", answered.objectId().toString())
                .bind("seq", answered.seq())
                .execute();
    }
}
