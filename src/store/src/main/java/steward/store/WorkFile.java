package steward.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Opens the work store, which no server can give back: it is checked at each start, and a damaged one is kept aside while
 * what can be read of it goes into a new one.
 *
 * @param damage what happened, or null
 */
record WorkFile(SqliteFile file, AccountStore.Damage damage) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

    private static final String OPEN_OPERATIONS = "SELECT count(*) FROM op WHERE state IN " + Operations.OPEN;
    private static final String DRAFTS = "SELECT count(*) FROM draft";

    /** What {@link #shape} is after the last migration. */
    static final int SHAPE = 1199382208;

    /** @param knownBefore whether this folder was in use: then there was a work store, and an empty one is a lost one */
    static WorkFile open(Path path, boolean knownBefore, Instant now) {
        boolean lost = knownBefore && isEmpty(path);
        if (!lost && isFile(path) && !isLogDamaged(path)) {
            try {
                SqliteFile file = SqliteFile.open(path, Schema.WORK, now);
                if (isSound(file)) return new WorkFile(file, null);
                file.close();
            } catch (StoreException e) {
                if (e.reason() != StoreException.Reason.DAMAGED) throw e;
            }
        }
        return rescued(path, now);
    }

    private static WorkFile rescued(Path path, Instant now) {
        Path aside = aside(path, now);
        PrivateFiles.setAside(path, aside);
        SqliteFile fresh = SqliteFile.open(path, Schema.WORK, now);
        try {
            Salvage.copy(aside, fresh);
            return new WorkFile(
                    fresh, new AccountStore.Damage(aside, count(fresh, OPEN_OPERATIONS), count(fresh, DRAFTS)));
        } catch (StoreException | UncheckedIOException e) {
            fresh.close();
            throw e;
        }
    }

    private static int count(SqliteFile file, String query) {
        return file.read(
                handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }

    private static boolean isSound(SqliteFile file) {
        try {
            return file.sound() && file.read(WorkFile::isReadable);
        } catch (StoreException e) {
            if (e.reason() == StoreException.Reason.DAMAGED) return false;
            file.close();
            throw e;
        }
    }

    /** Whether its tables are those of this version, and their rows say something. */
    static boolean isReadable(Handle handle) {
        return shape(handle) == SHAPE && new Legibility(handle).holds();
    }

    /** A sum over the names of tables, indexes and their columns: a turned byte there is seen by no other check. */
    static int shape(Handle handle) {
        return handle.createQuery("""
                        SELECT m.name || ' ' || coalesce(group_concat(coalesce(t.name, i.name)), '')
                        FROM sqlite_master m
                        LEFT JOIN pragma_table_info(m.name) t ON m.type = 'table'
                        LEFT JOIN pragma_index_info(m.name) i ON m.type = 'index'
                        WHERE m.name NOT LIKE 'flyway%' AND m.name NOT LIKE 'sqlite%'
                        GROUP BY m.name ORDER BY m.name""").mapTo(String.class).list().hashCode();
    }

    /** The moment in its name; of two in a second the later one gets a number. */
    private static Path aside(Path path, Instant now) {
        String name = path.getFileName() + ".damaged-" + WHEN.format(now);
        return Stream.iterate(1, n -> n + 1)
                .map(n -> path.resolveSibling(n == 1 ? name : name + "-" + n))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isEmpty(Path path) {
        try {
            return Files.isRegularFile(path) && Files.size(path) == 0 && Files.notExists(WriteAheadLog.beside(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not a folder, and no folder where SQLite keeps what belongs to it. */
    private static boolean isFile(Path path) {
        return Stream.concat(Stream.of(path), PrivateFiles.companions(path))
                .noneMatch(each -> Files.exists(each) && !Files.isRegularFile(each));
    }

    private static boolean isLogDamaged(Path path) {
        try {
            return WriteAheadLog.of(path).damaged();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
