package steward.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;

/** Copies out of a damaged work store what can still be read: each table from its begin up to the damage, and from its end. */
final class Salvage {

    private static final List<String> TABLES =
            List.of("batch", "op", "paused", "mark", "preference", "draft", "draft_row");

    private Salvage() {}

    /** Returns how many rows were saved; the damaged file stays as it is. */
    static long copy(Path damaged, SqliteFile target) {
        try (Connection source = DriverManager.getConnection(Schema.url(damaged) + "?mode=ro")) {
            return target.write(handle -> {
                long saved = 0;
                handle.execute("PRAGMA defer_foreign_keys = ON");
                for (String table : TABLES) {
                    saved += copy(source, handle.getConnection(), table, "ASC");
                    saved += copy(source, handle.getConnection(), table, "DESC");
                }
                handle.execute("DELETE FROM draft_row WHERE draft_id NOT IN (SELECT id FROM draft)");
                return saved;
            });
        } catch (SQLException e) {
            // not even the header can be read
            return 0;
        }
    }

    private static long copy(Connection source, Connection target, String table, String direction) {
        long saved = 0;
        String key = table.equals("op") ? "seq" : "1";
        try (Statement statement = source.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT * FROM " + table + " ORDER BY " + key + " " + direction)) {
            int columns = rows.getMetaData().getColumnCount();
            String values = String.join(", ", Collections.nCopies(columns, "?"));
            try (PreparedStatement insert =
                    target.prepareStatement("INSERT OR IGNORE INTO " + table + " VALUES (" + values + ")")) {
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) insert.setObject(i, rows.getObject(i));
                    saved += insert.executeUpdate();
                }
            }
        } catch (SQLException e) {
            // the damage begins here
            return saved;
        }
        return saved;
    }
}
