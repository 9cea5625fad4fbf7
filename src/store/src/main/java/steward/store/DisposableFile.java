package steward.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.Function;
import org.jdbi.v3.core.HandleCallback;

/** A file that can be downloaded again: when it is damaged it is set aside, and an empty one takes its place. Thread-safe. */
final class DisposableFile implements AutoCloseable {

    private final Path path;
    private final Schema schema;
    private final InstantSource clock;
    private volatile SqliteFile file;

    DisposableFile(Path path, Schema schema, InstantSource clock) {
        this.path = path;
        this.schema = schema;
        this.clock = clock;
        this.file = open();
    }

    /** Where it goes when it is damaged. */
    static Path damaged(Path path) {
        return path.resolveSibling(path.getFileName() + ".damaged");
    }

    <T> T read(HandleCallback<T, SQLException> work) {
        return retried(it -> it.read(work));
    }

    <T> T write(HandleCallback<T, SQLException> work) {
        return retried(it -> it.write(work));
    }

    @Override
    public void close() {
        file.close();
    }

    private <T> T retried(Function<SqliteFile, T> use) {
        SqliteFile used = file;
        try {
            return use.apply(used);
        } catch (StoreException e) {
            if (e.reason() != StoreException.Reason.DAMAGED) throw e;
            replace(used);
            return use.apply(file);
        }
    }

    private synchronized void replace(SqliteFile damaged) {
        if (file != damaged) return;
        damaged.close();
        PrivateFiles.setAside(path, damaged(path));
        file = open();
    }

    private SqliteFile open() {
        try {
            return SqliteFile.open(path, schema, clock.instant());
        } catch (StoreException e) {
            if (e.reason() != StoreException.Reason.DAMAGED) throw e;
            PrivateFiles.setAside(path, damaged(path));
            return SqliteFile.open(path, schema, clock.instant());
        }
    }
}
