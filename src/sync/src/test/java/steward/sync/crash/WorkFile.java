package steward.sync.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The outbox as it stands on disk. */
final class WorkFile {

    /** An operation. */
    record Row(UUID id, String kind, UUID objectId, String email, String state, int attempts, String outcome) {
        boolean is(String wanted) {
            return state.equals(wanted);
        }
    }

    private WorkFile() {}

    /** Reads a copy, so that what the next start has to clean up stays as the kill has left it. */
    static List<Row> read(Path data, Path scratch) throws IOException {
        Path file;
        try (Stream<Path> all = Files.walk(data)) {
            file = all.filter(each -> each.endsWith("work.db")).findFirst().orElseThrow();
        }
        Path copy = Files.createDirectories(scratch).resolve("work.db");
        for (String end : List.of("", "-wal")) {
            Path from = file.resolveSibling("work.db" + end);
            Path to = copy.resolveSibling("work.db" + end);
            Files.deleteIfExists(to);
            if (Files.exists(from)) Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
        List<Row> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT op_id, kind, object_id, subject, state, attempts, outcome FROM op ORDER BY seq")) {
            while (row.next()) rows.add(row(row));
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return rows;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                UUID.fromString(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7));
    }
}
