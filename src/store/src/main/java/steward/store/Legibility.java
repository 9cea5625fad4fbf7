package steward.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Whether the rows of a work store say something. SQLite's own check sees that a page is a page, not that a byte in a text
 * was turned.
 */
final class Legibility {

    /** An id as a regular expression. */
    static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final String KINDS = Arrays.stream(OperationKind.values())
            .map(kind -> "'" + kind + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    private static final String OPERATION = "NOT json_valid(payload) OR NOT json_valid(coalesce(base_json, '0'))"
            + " OR NOT json_valid(coalesce(problem, '0')) OR kind NOT IN " + KINDS
            + " OR length(op_id || org_id || batch_id || object_id || actor) <> 180"
            + " OR (op_id || org_id || batch_id || object_id || actor) GLOB '*[^0-9a-f-]*'";
    private static final String BATCH = noIds("id || org_id");
    private static final String DRAFT = noIds("id || org_id") + " OR typeof(name) <> 'text'";
    private static final String MARK = "length(org_id) <> 36 OR org_id GLOB '*[^0-9a-f-]*'";

    private final Handle handle;

    Legibility(Handle handle) {
        this.handle = handle;
    }

    /** Looks at each row once, with what the database can do by itself: a start must not wait for it. */
    boolean holds() {
        return !any("op", OPERATION)
                && !any("batch", BATCH)
                && !any("draft", DRAFT + " OR NOT json_valid(coalesce(settings, '0'))")
                && !any("draft_row", "NOT json_valid(coalesce(reason, '0'))")
                && !any("preference", "NOT json_valid(value)")
                && !any("mark", MARK)
                && !any("paused", MARK);
    }

    /** Removes what cannot be read, looking closely: what was to be sent must be what the person wrote. */
    void removeIllegible() {
        handle.execute("UPDATE op SET base_json = NULL WHERE NOT json_valid(base_json)");
        handle.execute("UPDATE op SET problem = NULL WHERE NOT json_valid(problem)");
        handle.execute("DELETE FROM op WHERE " + OPERATION);
        for (String id : altered()) handle.execute("DELETE FROM op WHERE op_id = ?", id);
        handle.execute("DELETE FROM batch WHERE " + BATCH);
        handle.execute("UPDATE draft SET settings = NULL WHERE NOT json_valid(settings)");
        handle.execute("DELETE FROM draft WHERE " + DRAFT);
        handle.execute("UPDATE draft_row SET reason = NULL WHERE NOT json_valid(reason)");
        handle.execute("DELETE FROM preference WHERE NOT json_valid(value)");
        handle.execute("DELETE FROM mark WHERE " + MARK);
        handle.execute("DELETE FROM paused WHERE " + MARK);
    }

    /** Operations whose content is not what it was when they were made, or that cannot be read at all. */
    private List<String> altered() {
        List<String> altered = new ArrayList<>();
        handle.createQuery("SELECT * FROM op")
                .map((row, _) -> isAsMade(row) || altered.add(row.getString("op_id")))
                .list();
        return altered;
    }

    private static boolean isAsMade(ResultSet row) throws SQLException {
        try {
            Operation read = Operations.map(row, null);
            String print = NewOperation.fingerprint(read.kind(), read.objectId(), row.getString("payload"));
            return print.equals(row.getString("fingerprint"));
        } catch (IllegalArgumentException | tools.jackson.core.JacksonException e) {
            return false;
        }
    }

    private boolean any(String table, String condition) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM " + table + " WHERE " + condition + ")")
                .mapTo(Boolean.class)
                .one();
    }

    private static String noIds(String ids) {
        return "length(" + ids + ") <> 72 OR (" + ids + ") GLOB '*[^0-9a-f-]*'";
    }
}
