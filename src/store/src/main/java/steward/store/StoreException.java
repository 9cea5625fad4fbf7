package steward.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteErrorCode;

/** A file could not be read or written; what was asked for is not saved. */
public final class StoreException extends RuntimeException {

    /** What a person can do something about. */
    public enum Reason {
        DISK_FULL,
        /** The disk or the file system failed, or the file may not be written. */
        DISK_FAULT,
        /** The file is no sound database. */
        DAMAGED,
        OTHER
    }

    private static final long serialVersionUID = 1;
    private static final int PRIMARY_CODE = 0xff;

    private final transient Path file;
    private final Reason reason;

    StoreException(Path file, Throwable cause) {
        super("store failed: " + file, cause);
        this.file = file;
        Reason read = reason(cause);
        // the steps were tried on sound files of all versions: where one fails, the file is none
        this.reason = read == Reason.OTHER && cause instanceof FlywayException ? Reason.DAMAGED : read;
    }

    public Path file() {
        return file;
    }

    public Reason reason() {
        return reason;
    }

    private static Reason reason(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) return reason(sql.getErrorCode() & PRIMARY_CODE);
        }
        return Reason.OTHER;
    }

    private static Reason reason(int code) {
        if (code == SQLiteErrorCode.SQLITE_FULL.code) return Reason.DISK_FULL;
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return Reason.DAMAGED;
        }
        boolean fault = code == SQLiteErrorCode.SQLITE_IOERR.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_PERM.code;
        return fault ? Reason.DISK_FAULT : Reason.OTHER;
    }
}
