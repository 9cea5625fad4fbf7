package steward.server.db;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.sqlite.SQLiteConfig;
import steward.api.Json;
import steward.server.StartException;

/**
 * The server's file: one writing connection behind a lock, a few reading ones. Thread-safe. A write is on disk when
 * {@link #write} returns.
 */
public final class Database implements AutoCloseable {
    private static final int READERS = 4;

    private final DataFolder folder;
    private final InstantSource clock;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Handle writer;
    private final BlockingQueue<Handle> readers = new LinkedBlockingQueue<>();
    private boolean closed;

    private Database(DataFolder folder, String url, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        this.writer = jdbi(url).open();
        for (int i = 0; i < READERS; i++) readers.add(jdbi(url).open());
    }

    /**
     * Opens {@code server.db} in a folder, migrated to this version's schema.
     *
     * @throws StartException when that cannot be, for example because the file is of a newer version; it is left untouched
     */
    public static Database open(Path folder, InstantSource clock) {
        DataFolder held = DataFolder.hold(folder.toAbsolutePath());
        boolean done = false;
        try {
            // The native library goes beside the data: the system's temporary folder may be noexec.
            System.setProperty("org.sqlite.tmpdir", folder.toAbsolutePath().toString());
            // An URI: a question mark or a percent sign in a folder's name is part of the name.
            String url = "jdbc:sqlite:file:" + held.file().toUri().getRawPath();
            Schema.bringUpToDate(url);
            Database opened = new Database(held, url, clock);
            done = true;
            return opened;
        } catch (JdbiException | FlywayException e) {
            throw Schema.unopened(held.file(), e);
        } finally {
            if (!done) held.close();
        }
    }

    /** Fills it before it is used, in one transaction of the work's own.
     *
     * @throws StartException when it cannot be written
     */
    public void fill(Consumer<Database> work) {
        try {
            work.accept(this);
        } catch (JdbiException | IllegalStateException e) {
            throw Schema.unfilled(folder.file(), e);
        }
    }

    public InstantSource clock() {
        return clock;
    }

    /** Reads from one consistent state. */
    public <T> T read(Function<Handle, T> work) {
        Handle reader = borrow();
        try {
            reader.begin();
            return work.apply(reader);
        } finally {
            reader.rollback();
            readers.add(reader);
        }
    }

    /** Changes in one transaction; any exception undoes it. */
    public <T> T write(Actor actor, Function<Tx, T> work) {
        Tx tx;
        T result;
        writing.lock();
        try {
            writer.begin();
            tx = new Tx(writer, Json.millis(clock.instant()), actor);
            result = finish(tx, work);
        } finally {
            writing.unlock();
        }
        tx.news().forEach(Runnable::run);
        return result;
    }

    private <T> T finish(Tx tx, Function<Tx, T> work) {
        try {
            T result = work.apply(tx);
            writer.commit();
            return result;
        } catch (RuntimeException | Error e) {
            undo(e);
            throw e;
        }
    }

    /** On a full disk SQLite has undone it by itself, and says so: what went wrong is told, and not that. */
    private void undo(Throwable why) {
        try {
            writer.rollback();
        } catch (TransactionException undone) {
            why.addSuppressed(undone);
        }
    }

    private Handle borrow() {
        try {
            return readers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a database connection", e);
        }
    }

    private static Jdbi jdbi(String url) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        config.enforceForeignKeys(true);
        Jdbi jdbi = Jdbi.create(url, config.toProperties()).installPlugin(new SqlTypes());
        jdbi.setStatementBuilderFactory(_ -> new KeptStatements());
        return jdbi;
    }

    /** Waits for the writer, then closes every connection and lets the folder go. */
    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) return;
            closed = true;
            for (int i = 0; i < READERS; i++) borrow().close();
            writer.close();
            folder.close();
        } finally {
            writing.unlock();
        }
    }
}
