package steward.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;

/** One database file: one writer at a time, readers beside it (WAL). Thread-safe. */
final class SqliteFile implements AutoCloseable {

    private static final int BUSY_MILLIS = 10_000;
    private static final int WRITER_CACHE_KIB = 65_536;
    private static final int READER_CACHE_KIB = 4_096;

    private final Path path;
    private final int version;
    private final Readers readers;
    private final Jdbi reading;
    private final Connection connection;
    private final Jdbi writing;
    private final ReentrantLock writer = new ReentrantLock();

    private SqliteFile(Path path, Schema schema) throws SQLException {
        this.path = path;
        this.version = schema.version();
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(
                schema.durable() ? SQLiteConfig.SynchronousMode.FULL : SQLiteConfig.SynchronousMode.NORMAL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        // 100,000 operations are one transaction: their pages must not spill into the log over and over
        config.setCacheSize(-WRITER_CACHE_KIB);
        this.connection = config.createConnection(Schema.url(path));
        this.writing = Jdbi.create(connection);
        config.setCacheSize(-READER_CACHE_KIB);
        this.readers = new Readers(Schema.url(path), config);
        this.reading = Jdbi.create(readers);
    }

    /**
     * Opens or makes a file of a schema.
     *
     * @throws NewerStoreException when a newer program wrote it
     * @throws StoreException also when it is no sound database
     */
    static SqliteFile open(Path path, Schema schema, Instant now) {
        schema.refuseNewer(path);
        PrivateFiles.file(path);
        try {
            schema.migrate(path, now);
            return new SqliteFile(path, schema);
        } catch (SQLException | FlywayException e) {
            throw new StoreException(path, e);
        }
    }

    /** Whether every page of it is sound. */
    boolean sound() {
        return read(handle -> handle.createQuery("PRAGMA quick_check(1)")
                .mapTo(String.class)
                .one()
                .equals("ok"));
    }

    /** Reads one consistent state, beside a writer. */
    <T> T read(HandleCallback<T, SQLException> work) {
        return guarded(reading, work);
    }

    /** Writes in one transaction, committed on return. */
    <T> T write(HandleCallback<T, SQLException> work) {
        writer.lock();
        try {
            return guarded(writing, work);
        } catch (StoreException e) {
            if (e.reason() == StoreException.Reason.DISK_FAULT) bury();
            throw e;
        } finally {
            writer.unlock();
        }
    }

    /**
     * A commit that could not be synced was refused, yet may stand whole in the log, where the next start would find it.
     * Whatever is written next takes its place there, synced or not: here the version, as it is.
     */
    private void bury() {
        try {
            guarded(writing, handle -> handle.execute("PRAGMA user_version = " + version));
        } catch (StoreException stillBroken) {
            // the place is taken if anything can be written at all
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        writer.lock();
        try {
            readers.close();
            connection.close();
        } catch (SQLException e) {
            throw new StoreException(path, e);
        } finally {
            writer.unlock();
        }
    }

    private <T> T guarded(Jdbi jdbi, HandleCallback<T, SQLException> work) {
        try {
            return jdbi.inTransaction(work);
        } catch (SQLException | JdbiException e) {
            throw new StoreException(path, e);
        }
    }

    /** Keeps a few connections for reading open. */
    private static final class Readers implements ConnectionFactory {

        private static final int KEPT = 4;

        private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();
        private final String url;
        private final SQLiteConfig config;
        private volatile boolean closed;

        Readers(String url, SQLiteConfig config) {
            this.url = url;
            this.config = config;
        }

        @Override
        public Connection openConnection() throws SQLException {
            if (closed) throw new ConnectionException(new SQLException("closed"));
            Connection kept = idle.poll();
            return kept != null ? kept : config.createConnection(url);
        }

        @Override
        public void closeConnection(Connection connection) throws SQLException {
            if (closed || idle.size() >= KEPT) connection.close();
            else idle.add(connection);
        }

        void close() throws SQLException {
            closed = true;
            Connection kept;
            while ((kept = idle.poll()) != null) kept.close();
        }
    }
}
