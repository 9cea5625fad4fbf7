package steward.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import steward.api.BatchOutcome;
import steward.api.Ids;
import steward.api.Json;
import steward.api.Problem;
import tools.jackson.databind.JsonNode;

/** Rows of the table {@code op}, read and written inside a transaction of the caller. */
final class Operations {

    private static final int CHUNK = 1000;

    static final String OPEN = "('HELD', 'QUEUED', 'IN_FLIGHT', 'ATTENTION')";

    private static final String INSERT = """
            INSERT INTO op (seq, op_id, org_id, batch_id, kind, object_id, aggregate, subject, payload, fingerprint,
              base_etag, base_json, state, not_before, due, src_file, src_row, actor, created_at, rebases)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** What operations made at once have in common. */
    record Making(UUID orgId, UUID batchId, Instant notBefore, String sourceFile, UUID actor, Instant now) {}

    private Operations() {}

    /** Plain JDBC: five times faster than a binding a row, and 100,000 rows come at once. */
    static List<UUID> insert(Handle handle, Iterator<NewOperation> operations, Making making) throws SQLException {
        try (PreparedStatement insert = handle.getConnection().prepareStatement(INSERT)) {
            List<UUID> ids = new ArrayList<>();
            while (operations.hasNext()) {
                UUID id = Ids.next();
                bind(insert, null, id, operations.next(), making, 0);
                insert.addBatch();
                ids.add(id);
                // the driver keeps a batch in memory
                if (ids.size() % CHUNK == 0) insert.executeBatch();
            }
            insert.executeBatch();
            return ids;
        }
    }

    private static void bind(
            PreparedStatement insert, Long seq, UUID id, NewOperation operation, Making making, int rebases)
            throws SQLException {
        String payload = operation.payload().toString();
        boolean held = making.notBefore() != null;
        insert.setObject(1, seq);
        insert.setString(2, id.toString());
        insert.setString(3, operation.organization(making.orgId()).toString());
        insert.setString(4, making.batchId().toString());
        insert.setString(5, operation.kind().name());
        insert.setString(6, operation.objectId().toString());
        insert.setString(7, operation.aggregate());
        insert.setString(8, operation.subject());
        insert.setString(9, payload);
        insert.setString(10, NewOperation.fingerprint(operation.kind(), operation.objectId(), payload));
        insert.setString(11, operation.baseEtag());
        insert.setString(12, operation.base() == null ? null : operation.base().toString());
        insert.setString(13, held ? "HELD" : "QUEUED");
        if (held) insert.setLong(14, making.notBefore().toEpochMilli());
        else insert.setNull(14, Types.INTEGER);
        insert.setLong(15, held ? making.notBefore().toEpochMilli() : 0);
        insert.setString(16, making.sourceFile());
        insert.setObject(17, operation.sourceRow());
        insert.setString(18, making.actor().toString());
        insert.setLong(19, making.now().toEpochMilli());
        insert.setInt(20, rebases);
    }

    /**
     * Puts a new operation with a new key in the place of an old one, which is canceled and steps to the end: the order of
     * what follows on the same object stays.
     */
    static UUID supersede(Handle handle, Operation old, NewOperation operation, int rebases, Instant now)
            throws SQLException {
        UUID id = Ids.next();
        handle.createUpdate("""
                        UPDATE op SET seq = (SELECT max(seq) + 1 FROM op), state = 'CANCELED', superseded_by = :new,
                          due = 0, lease = NULL, answered_at = coalesce(answered_at, :now) WHERE op_id = :old""")
                .bind("new", id.toString())
                .bind("now", now.toEpochMilli())
                .bind("old", old.id().toString())
                .execute();
        Making making = new Making(old.orgId(), old.batchId(), null, old.sourceFile(), old.actor(), old.createdAt());
        try (PreparedStatement insert = handle.getConnection().prepareStatement(INSERT)) {
            bind(insert, old.seq(), id, operation, making, rebases);
            insert.executeUpdate();
        }
        return id;
    }

    static Optional<Operation> find(Handle handle, UUID id) {
        return handle.createQuery("SELECT * FROM op WHERE op_id = :id")
                .bind("id", id.toString())
                .map(Operations::map)
                .findOne();
    }

    static String aggregate(Handle handle, UUID id) {
        return handle.createQuery("SELECT aggregate FROM op WHERE op_id = :id")
                .bind("id", id.toString())
                .mapTo(String.class)
                .one();
    }

    static Operation map(ResultSet row, StatementContext context) throws SQLException {
        OperationState state = OperationState.valueOf(row.getString("state"));
        long due = row.getLong("due");
        return new Operation(
                row.getLong("seq"),
                id(row, "op_id"),
                id(row, "org_id"),
                id(row, "batch_id"),
                OperationKind.valueOf(row.getString("kind")),
                id(row, "object_id"),
                row.getString("subject"),
                json(row.getString("payload")),
                row.getString("base_etag"),
                json(row.getString("base_json")),
                state,
                instant(row, "not_before"),
                row.getInt("attempts"),
                state == OperationState.QUEUED && due > 0 ? Instant.ofEpochMilli(due) : null,
                instant(row, "first_sent_at"),
                instant(row, "answered_at"),
                row.getObject("result_status") == null ? null : row.getInt("result_status"),
                outcome(row.getString("outcome")),
                problem(row.getString("problem")),
                number(row, "change_seq"),
                row.getString("src_file"),
                number(row, "src_row"),
                id(row, "actor"),
                instant(row, "created_at"));
    }

    static JsonNode json(String text) {
        return text == null ? null : Json.mapper().readTree(text);
    }

    private static BatchOutcome outcome(String name) {
        return name == null ? null : BatchOutcome.valueOf(name);
    }

    private static Problem problem(String text) {
        return text == null ? null : Json.mapper().readValue(text, Problem.class);
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return UUID.fromString(row.getString(column));
    }

    private static Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = number(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
