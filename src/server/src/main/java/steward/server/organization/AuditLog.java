package steward.server.organization;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import steward.api.AuditRecord;
import steward.api.Json;
import steward.api.Page;
import steward.server.db.Rows;
import steward.server.http.Call;
import steward.server.http.Cursor;
import tools.jackson.databind.JsonNode;

/** Reads the audit log, newest first. */
final class AuditLog {
    private static final RowMapper<AuditRecord> ROW = (row, context) -> new AuditRecord(
            Rows.id(row, "id"),
            Rows.time(row, "at"),
            row.getString("actor_name"),
            row.getString("actor_email"),
            row.getString("on_behalf_of"),
            row.getString("action"),
            row.getString("object_type"),
            Rows.id(row, "object_id"),
            row.getString("object_name"),
            tree(row.getString("before_json")),
            tree(row.getString("after_json")),
            row.getString("address"));

    private AuditLog() {}

    static Page<AuditRecord> page(Handle sql, Call call) {
        StringBuilder text = new StringBuilder("SELECT * FROM audit WHERE org_id = :org");
        call.query("action").ifPresent(_ -> text.append(" AND action = :action"));
        call.query("objectId").ifPresent(_ -> text.append(" AND object_id = :object"));
        call.cursor().ifPresent(_ -> text.append(" AND (at, id) < (:at, :id)"));
        text.append(" ORDER BY at DESC, id DESC LIMIT :limit");
        Query query = sql.createQuery(text.toString()).bind("org", call.orgId()).bind("limit", call.limit() + 1);
        call.query("action").ifPresent(action -> query.bind("action", action));
        call.query("objectId").ifPresent(id -> query.bind("object", UUID.fromString(id)));
        call.cursor().ifPresent(cursor -> query.bind("at", cursor.key()).bind("id", cursor.id()));
        List<AuditRecord> found = query.map(ROW).list();
        return Cursor.page(found, call.limit(), each -> new Cursor(each.at().toEpochMilli(), each.id()));
    }

    private static JsonNode tree(String json) {
        return json == null ? null : Json.mapper().readTree(json);
    }
}
