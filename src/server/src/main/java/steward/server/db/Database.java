package steward.server.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import steward.api.Json;

/**
 * The server's file: one writing connection behind a lock, a few reading ones. Thread-safe. A write is on disk when
 * {@link #write} returns.
 */
public final class Database implements AutoCloseable {
    private static final int READERS = 4;

    private final InstantSource clock;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Handle writer;
    private final BlockingQueue<Handle> readers = new LinkedBlockingQueue<>();

    private Database(Path file, InstantSource clock) {
        this.clock = clock;
        String url = "jdbc:sqlite:" + file.toAbsolutePath();
        this.writer = jdbi(url).open();
        for (int i = 0; i < READERS; i++) readers.add(jdbi(url).open());
    }

    /**
     * Opens {@code server.db} in a folder, migrated to this version's schema.
     *
     * @throws IllegalStateException when the file is of a newer version; it is left untouched
     */
    public static Database open(Path folder, InstantSource clock) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The native library goes beside the data: the system's temporary folder may be noexec.
        System.setProperty("org.sqlite.tmpdir", folder.toAbsolutePath().toString());
        Path file = folder.resolve("server.db");
        Schema.bringUpToDate("jdbc:sqlite:" + file.toAbsolutePath());
        return new Database(file, clock);
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
        boolean done = false;
        try {
            T result = work.apply(tx);
            writer.commit();
            done = true;
            return result;
        } finally {
            if (!done) writer.rollback();
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
        return Jdbi.create(url, config.toProperties()).installPlugin(new SqlTypes());
    }

    /** Waits for the writer, then closes every connection. */
    @Override
    public void close() {
        writing.lock();
        try {
            for (int i = 0; i < READERS; i++) borrow().close();
            writer.close();
        } finally {
            writing.unlock();
        }
    }
}
