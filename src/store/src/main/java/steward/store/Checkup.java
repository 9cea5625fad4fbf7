package steward.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * How it stands with the files of an account. Changes none of them and takes no lock a running program would wait for.
 * Stateless.
 */
public final class Checkup {

    /** What is true of a file. */
    public enum State {
        SOUND,
        DAMAGED,
        /** A newer program wrote it. */
        NEWER,
        UNREADABLE
    }

    /** @param version of its schema, as its header says */
    public record FileState(Path file, long bytes, int version, State state) {}

    /**
     * What waits in the work store.
     *
     * @param oldestUnsent when the oldest change that waits was made, or null
     */
    public record Work(Map<OperationState, Integer> operations, Instant oldestUnsent, int drafts) {}

    private interface Look<T> {
        T at(Connection connection) throws SQLException;
    }

    private Checkup() {}

    /** Every database of an account's folder. */
    public static List<FileState> files(Path folder) {
        List<FileState> states = new ArrayList<>();
        addState(states, folder.resolve("work.db"), Schema.WORK);
        addState(states, folder.resolve("directory.db"), Schema.DIRECTORY);
        for (Path cache : named(folder.resolve("cache"), ".db")) addState(states, cache, Schema.CACHE);
        return states;
    }

    /** Damaged files that were set aside. */
    public static List<Path> keptAside(Path folder) {
        return named(folder, "").stream()
                .filter(each -> each.getFileName().toString().matches("work\\.db\\.damaged-[0-9TZ-]+"))
                .toList();
    }

    /** @throws StoreException when it cannot be read */
    public static Work work(Path folder) {
        Path file = folder.resolve("work.db");
        try {
            return look(file, connection -> {
                Map<OperationState, Integer> counts = new EnumMap<>(OperationState.class);
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("SELECT state, count(*) FROM op GROUP BY state")) {
                    while (row.next()) counts.put(OperationState.valueOf(row.getString(1)), row.getInt(2));
                }
                Long oldest = number(
                        connection, "SELECT min(created_at) FROM op WHERE state IN ('HELD', 'QUEUED', 'IN_FLIGHT')");
                Long drafts = number(connection, "SELECT count(*) FROM draft");
                return new Work(counts, oldest == null ? null : Instant.ofEpochMilli(oldest), drafts.intValue());
            });
        } catch (SQLException e) {
            throw new StoreException(file, e);
        }
    }

    private static void addState(List<FileState> states, Path file, Schema schema) {
        if (!Files.exists(file)) return;
        try {
            int version = Schema.headerVersion(file);
            states.add(new FileState(file, Files.size(file), version, state(file, schema)));
        } catch (IOException | UncheckedIOException e) {
            states.add(new FileState(file, 0, 0, State.UNREADABLE));
        }
    }

    private static State state(Path file, Schema schema) {
        try {
            schema.refuseNewer(file);
            boolean sound = look(
                    file,
                    connection -> "ok".equals(text(connection, "PRAGMA quick_check(1)"))
                            && (schema != Schema.WORK || Jdbi.create(connection).withHandle(WorkFile::isReadable)));
            return sound ? State.SOUND : State.DAMAGED;
        } catch (NewerStoreException e) {
            return State.NEWER;
        } catch (SQLException e) {
            return new StoreException(file, e).reason() == StoreException.Reason.DAMAGED
                    ? State.DAMAGED
                    : State.UNREADABLE;
        }
    }

    /** A log beside the file must be read with it; without one SQLite need not make anything beside it. */
    private static <T> T look(Path file, Look<T> look) throws SQLException {
        String how = Files.exists(WriteAheadLog.beside(file)) ? "?mode=ro" : "?mode=ro&immutable=1";
        try (Connection connection = DriverManager.getConnection(Schema.url(file) + how)) {
            return look.at(connection);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static Long number(Connection connection, String query) throws SQLException {
        String text = text(connection, query);
        return text == null ? null : Long.valueOf(text);
    }

    private static List<Path> named(Path folder, String ending) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
