package steward.server.db;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import steward.server.StartException;
import steward.server.StartException.Reason;

/**
 * Brings the file to this version's schema, which the file keeps in its header ({@code user_version}); Flyway is loaded
 * only when there is something to do.
 */
final class Schema {
    private static final int VERSION = 2;

    private static final String MAGIC = "SQLite format 3\0";
    /** Where SQLite's file format keeps the user version. */
    private static final int VERSION_OFFSET = 60;
    /** SQLite's codes: read only, input or output failed, full, cannot be opened. */
    private static final Set<Integer> NO_ROOM = Set.of(8, 10, 13, 14);
    /** Corrupt, or no database. */
    private static final Set<Integer> NOT_WHOLE = Set.of(11, 26);
    /** Of an extended code the plain one. */
    private static final int PRIMARY = 0xFF;

    private Schema() {}

    /** Reads the header alone: no lock is taken and nothing is made beside the file. */
    static void refuseOther(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) return;
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            byte[] start = in.readNBytes(VERSION_OFFSET);
            boolean ours = new String(start, StandardCharsets.ISO_8859_1).startsWith(MAGIC);
            if (!ours || in.available() < Integer.BYTES) throw damaged(file, null);
            int found = in.readInt();
            if (found > VERSION) {
                throw new StartException(
                        Reason.NEWER_DATA,
                        "The data in " + file.getParent() + " was written by a newer version of the server (schema "
                                + found + ", known " + VERSION + "). It is left as it is; start that version instead.",
                        null);
            }
        }
    }

    static void bringUpToDate(String url) {
        int found = Jdbi.create(url)
                .withHandle(sql ->
                        sql.select("PRAGMA user_version").mapTo(Integer.class).one());
        if (found == VERSION) return;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:steward/server/db")
                .failOnMissingLocations(true)
                .load()
                .migrate();
        Jdbi.create(url).useHandle(sql -> {
            sql.execute("PRAGMA user_version = " + VERSION);
            // So that the header alone tells the version.
            sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        });
    }

    /** Why the file cannot be opened: there is no room for it, or it is none of ours. */
    static StartException unopened(Path file, Throwable cause) {
        return says(cause, NO_ROOM) ? unwritable(file, cause) : damaged(file, cause);
    }

    /** Why a file that was opened cannot be filled; the code of a commit that failed may be lost on its way. */
    static StartException unfilled(Path file, Throwable cause) {
        return says(cause, NOT_WHOLE) ? damaged(file, cause) : unwritable(file, cause);
    }

    private static boolean says(Throwable failure, Set<Integer> codes) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && codes.contains(sql.getErrorCode() & PRIMARY)) return true;
        }
        return false;
    }

    private static StartException unwritable(Path file, Throwable cause) {
        return new StartException(
                Reason.FOLDER_UNUSABLE,
                "The file " + file + " cannot be written. Look at the free space of the disk and at its permissions.",
                cause);
    }

    static StartException damaged(Path file, Throwable cause) {
        return new StartException(
                Reason.DAMAGED_DATA,
                "The file " + file + " is no database that can be read. Choose another folder, or move the file away.",
                cause);
    }
}
