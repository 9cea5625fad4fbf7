package steward.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.Json;

/** Writes final answers, inside a transaction of the caller; plain JDBC, for batches come by the hundred. */
final class Answering {

    /** One in the queue again was answered late, after the watchdog. */
    private static final String ANSWER = """
            UPDATE op SET state = ?, result_status = ?, outcome = ?, problem = ?, change_seq = ?, answered_at = ?,
              lease = NULL, due = 0, asked = 0
            WHERE op_id = ? AND state IN ('IN_FLIGHT', 'QUEUED') AND first_sent_at IS NOT NULL
            RETURNING org_id, aggregate, object_id, seq, base_etag""";

    /**
     * A later change was made on what this one made: it stands on its version now. One made on an older state than this
     * one was sent on (this one was rebased) keeps its own, or it would overwrite in silence what came between.
     */
    private static final String HAND_ON = """
            UPDATE op SET base_etag = ? WHERE org_id = ? AND aggregate = ? AND object_id = ? AND seq > ?
              AND first_sent_at IS NULL AND base_etag IS NOT NULL AND coalesce(?, base_etag) = base_etag
              AND state IN ('HELD', 'QUEUED', 'IN_FLIGHT', 'ATTENTION')""";

    private Answering() {}

    /** Returns the organizations of the operations that waited for an answer. */
    static Set<UUID> write(Handle handle, List<Dispatch.Answer> answers, Instant now) throws SQLException {
        Set<UUID> organizations = new HashSet<>();
        try (PreparedStatement update = handle.getConnection().prepareStatement(ANSWER);
                PreparedStatement handOn = handle.getConnection().prepareStatement(HAND_ON)) {
            for (Dispatch.Answer answer : answers) {
                bind(update, answer, now);
                boolean hand = answer.state() == OperationState.DONE && answer.etag() != null;
                try (ResultSet answered = update.executeQuery()) {
                    if (!answered.next()) continue;
                    organizations.add(UUID.fromString(answered.getString(1)));
                    if (hand) handOn(handOn, answered, answer.etag());
                }
            }
        }
        return organizations;
    }

    private static void bind(PreparedStatement update, Dispatch.Answer answer, Instant now) throws SQLException {
        if (answer.state() != OperationState.DONE && answer.state() != OperationState.ATTENTION) {
            throw new IllegalArgumentException("not final: " + answer.state());
        }
        update.setString(1, answer.state().name());
        update.setObject(2, answer.status());
        update.setString(3, answer.outcome() == null ? null : answer.outcome().name());
        update.setString(4, answer.problem() == null ? null : Json.mapper().writeValueAsString(answer.problem()));
        update.setObject(5, answer.changeSeq());
        update.setLong(6, now.toEpochMilli());
        update.setString(7, answer.operationId().toString());
    }

    private static void handOn(PreparedStatement handOn, ResultSet answered, String etag) throws SQLException {
        handOn.setString(1, etag);
        handOn.setString(2, answered.getString(1));
        handOn.setString(3, answered.getString(2));
        handOn.setString(4, answered.getString(3));
        handOn.setLong(5, answered.getLong(4));
        handOn.setString(6, answered.getString(5));
        handOn.executeUpdate();
    }
}
