package steward.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.databind.JsonNode;

/** Named imports being prepared, kept across restarts. Blocking; thread-safe. */
public final class Drafts {

    /**
     * @param fileName or null
     * @param settings how the file is read, as the app's import screen keeps it, or null
     * @param batchId set once it was staged, else null
     */
    public record Draft(
            UUID id, UUID orgId, String name, String fileName, JsonNode settings, UUID batchId, Instant changedAt) {}

    /**
     * A row of a draft, after fixes.
     *
     * @param row as the importer numbers it
     * @param outcome name of the outcome
     * @param reason code of the reason with its arguments, or null
     */
    public record DraftRow(
            long row, String email, String name, String role, String note, String outcome, JsonNode reason) {}

    private static final String SAVE_ROW = """
            INSERT OR REPLACE INTO draft_row (draft_id, row, email, name, role, note, outcome, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final int CHUNK = 1000;

    private final WorkStore work;

    Drafts(WorkStore work) {
        this.work = work;
    }

    /** The last changed first. */
    public List<Draft> list(UUID orgId) {
        return work.read(
                handle -> handle.createQuery("SELECT * FROM draft WHERE org_id = :org ORDER BY changed_at DESC, id")
                        .bind("org", orgId.toString())
                        .map(Drafts::draft)
                        .list());
    }

    public Optional<Draft> find(UUID draftId) {
        return work.read(handle -> handle.createQuery("SELECT * FROM draft WHERE id = :id")
                .bind("id", draftId.toString())
                .map(Drafts::draft)
                .findOne());
    }

    /** Makes or changes a draft; its rows stay. */
    public void save(Draft draft) {
        work.write(handle -> handle.execute(
                """
                INSERT INTO draft (id, org_id, name, file_name, settings, batch_id, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, file_name = excluded.file_name,
                  settings = excluded.settings, batch_id = excluded.batch_id, changed_at = excluded.changed_at""",
                draft.id().toString(),
                draft.orgId().toString(),
                draft.name(),
                draft.fileName(),
                draft.settings() == null ? null : draft.settings().toString(),
                draft.batchId() == null ? null : draft.batchId().toString(),
                draft.changedAt().toEpochMilli()));
        work.changed(StoreListener.Part.DRAFTS, draft.orgId());
    }

    /** Replaces all rows of a draft, streaming; one transaction. */
    public void replaceRows(UUID draftId, Iterable<DraftRow> rows) {
        work.write(handle -> {
            handle.execute("DELETE FROM draft_row WHERE draft_id = ?", draftId.toString());
            insert(handle.getConnection().prepareStatement(SAVE_ROW), draftId, rows);
            return null;
        });
        tell(draftId);
    }

    public void saveRow(UUID draftId, DraftRow row) {
        saveRows(draftId, List.of(row));
    }

    /** Adds rows, or changes those of the same number; one transaction. */
    public void saveRows(UUID draftId, Iterable<DraftRow> rows) {
        work.write(handle -> {
            insert(handle.getConnection().prepareStatement(SAVE_ROW), draftId, rows);
            return null;
        });
        tell(draftId);
    }

    public List<DraftRow> rows(UUID draftId) {
        return work.read(handle -> handle.createQuery("SELECT * FROM draft_row WHERE draft_id = :id ORDER BY row")
                .bind("id", draftId.toString())
                .map(Drafts::row)
                .list());
    }

    /**
     * The next rows in their order, for drafts of any size.
     *
     * @param after number of the last row known; rows count from 1
     */
    public List<DraftRow> rows(UUID draftId, long after, int limit) {
        return work.read(handle -> handle.createQuery(
                        "SELECT * FROM draft_row WHERE draft_id = :id AND row > :after ORDER BY row LIMIT :limit")
                .bind("id", draftId.toString())
                .bind("after", after)
                .bind("limit", limit)
                .map(Drafts::row)
                .list());
    }

    public void delete(UUID draftId) {
        Optional<Draft> draft = find(draftId);
        work.write(handle -> handle.execute("DELETE FROM draft WHERE id = ?", draftId.toString()));
        draft.ifPresent(it -> work.changed(StoreListener.Part.DRAFTS, it.orgId()));
    }

    private void tell(UUID draftId) {
        find(draftId).ifPresent(draft -> work.changed(StoreListener.Part.DRAFTS, draft.orgId()));
    }

    private static void insert(PreparedStatement statement, UUID draftId, Iterable<DraftRow> rows) throws SQLException {
        try (PreparedStatement insert = statement) {
            int pending = 0;
            for (DraftRow row : rows) {
                insert.setString(1, draftId.toString());
                insert.setLong(2, row.row());
                insert.setString(3, row.email());
                insert.setString(4, row.name());
                insert.setString(5, row.role());
                insert.setString(6, row.note());
                insert.setString(7, row.outcome());
                insert.setString(8, row.reason() == null ? null : row.reason().toString());
                insert.addBatch();
                // the driver keeps a batch in memory
                if (++pending % CHUNK == 0) insert.executeBatch();
            }
            insert.executeBatch();
        }
    }

    private static Draft draft(ResultSet row, StatementContext context) throws SQLException {
        String batch = row.getString("batch_id");
        return new Draft(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("org_id")),
                row.getString("name"),
                row.getString("file_name"),
                Operations.json(row.getString("settings")),
                batch == null ? null : UUID.fromString(batch),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }

    private static DraftRow row(ResultSet row, StatementContext context) throws SQLException {
        return new DraftRow(
                row.getLong("row"),
                row.getString("email"),
                row.getString("name"),
                row.getString("role"),
                row.getString("note"),
                row.getString("outcome"),
                Operations.json(row.getString("reason")));
    }
}
