package steward.store;

import java.io.DataInputStream;
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
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * What a file must look like: migrations on the class path and the version the last of them makes, which the file
 * keeps in its header ({@code user_version}).
 *
 * @param durable whether an acknowledged commit outlives a power cut
 */
record Schema(String migrations, int version, boolean durable) {

    static final Schema WORK = new Schema("steward/store/work", 1, true);
    static final Schema DIRECTORY = new Schema("steward/store/directory", 1, false);
    static final Schema CACHE = new Schema("steward/store/cache", 1, false);

    /** No program of ours gets so far: in a file that is not whole otherwise such a version is damage. */
    private static final int IMPLAUSIBLE = 10_000;

    /** Where SQLite's file format keeps the user version. */
    private static final int VERSION_OFFSET = 60;

    private static final int SNAPSHOTS_KEPT = 3;

    /** Held on to, or its level is forgotten: Flyway tells every step. */
    private static final java.util.logging.Logger FLYWAY = java.util.logging.Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(java.util.logging.Level.WARNING);
    }

    /** Takes no lock and makes nothing beside the file. */
    void refuseNewer(Path file) {
        int found = headerVersion(file);
        if (found > version && (found < IMPLAUSIBLE || isWhole(file))) throw new NewerStoreException(file);
    }

    private static boolean isWhole(Path file) {
        try (Connection connection = DriverManager.getConnection(url(file) + "?mode=ro&immutable=1");
                Statement statement = connection.createStatement();
                ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
            return check.next() && check.getString(1).equals("ok");
        } catch (SQLException damaged) {
            return false;
        }
    }

    static int headerVersion(Path file) {
        if (!Files.isRegularFile(file)) return 0;
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            byte[] header = in.readNBytes(VERSION_OFFSET);
            boolean sqlite =
                    new String(header, java.nio.charset.StandardCharsets.US_ASCII).startsWith("SQLite format 3");
            return sqlite && header.length == VERSION_OFFSET && in.available() >= Integer.BYTES ? in.readInt() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings a file to the version; what holds something is copied first ({@code VACUUM INTO}). */
    void migrate(Path file, Instant now) throws SQLException {
        String url = url(file);
        int found;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            found = pragma(statement, "user_version");
            if (found == version) return;
            if (found < 0 || found >= IMPLAUSIBLE) {
                throw new SQLException("version " + found, null, SQLiteErrorCode.SQLITE_CORRUPT.code);
            }
            if (found > version) throw new NewerStoreException(file);
            if (found > 0) snapshot(file, statement, found, now);
            pragma(statement, "journal_mode=WAL");
        }
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source(url, found))
                .locations("classpath:" + migrations)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=" + version);
            // so that the header alone tells the version
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /** Nothing can be lost of a new file: it is synced once, by the checkpoint at the end, not step by step. */
    private static DataSource source(String url, int found) {
        SQLiteConfig config = new SQLiteConfig();
        if (found == 0) config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }

    static String url(Path file) {
        // an URI: a question mark or a percent sign in a folder's name is part of the name
        return "jdbc:sqlite:file:" + file.toUri().getRawPath();
    }

    private static void snapshot(Path file, Statement statement, int found, Instant now) throws SQLException {
        Path folder = file.resolveSibling("snapshots");
        PrivateFiles.folder(folder);
        Path target = folder.resolve("%s-v%d-%013d".formatted(file.getFileName(), found, now.toEpochMilli()));
        PrivateFiles.remove(target);
        PrivateFiles.file(target);
        statement.execute("VACUUM INTO '" + target.toString().replace("'", "''") + "'");
        String prefix = file.getFileName() + "-v";
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> made = all.filter(p -> p.getFileName().toString().startsWith(prefix))
                    .sorted(java.util.Comparator.comparing(Schema::madeAt))
                    .toList();
            made.stream().limit(Math.max(0, made.size() - SNAPSHOTS_KEPT)).forEach(PrivateFiles::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String madeAt(Path snapshot) {
        String name = snapshot.getFileName().toString();
        return name.substring(name.lastIndexOf('-') + 1);
    }

    private static int pragma(Statement statement, String pragma) throws SQLException {
        try (var result = statement.executeQuery("PRAGMA " + pragma)) {
            return result.next() ? result.getInt(1) : 0;
        }
    }
}
