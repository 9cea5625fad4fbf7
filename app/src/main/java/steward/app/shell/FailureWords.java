package steward.app.shell;

import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import steward.api.Problem;
import steward.app.i18n.Messages;
import steward.store.NewerStoreException;
import steward.store.StoreException;
import steward.sync.SyncException;

/** Why something failed: what happened and what can be done, for a person. */
public final class FailureWords {
    /** Of the program itself: nobody can say any more whether it was done. */
    private static final String OUTCOME_UNKNOWN = "urn:steward:outcome-unknown";

    private FailureWords() {}

    public static String of(Throwable problem) {
        return switch (problem) {
            case SyncException.Unreachable unreachable -> of(unreachable.reason());
            case SyncException.Unauthorized ignored -> Messages.text("shell.failure.unauthorized");
            case SyncException.Forbidden forbidden -> of(forbidden.problem());
            case SyncException.Rejected rejected -> of(rejected.problem());
            case SyncException.Conflict conflict -> of(conflict.problem());
            case SyncException.ServerFault fault -> of(fault);
            case StoreException store -> Messages.text(key(store.reason()));
            case NewerStoreException ignored -> Messages.text("shell.failure.newer");
            case UncheckedIOException file -> ofFile(file);
            default -> Messages.text("shell.failure.other");
        };
    }

    /** The server's own words; where it has none, what its status means. */
    public static String of(Problem problem) {
        if (problem.type().equals(OUTCOME_UNKNOWN)) {
            return Messages.text("shell.failure.outcomeUnknown");
        }
        if (!problem.detail().isBlank()) {
            return problem.detail();
        }
        return switch (problem.status()) {
            case 403 -> Messages.text("shell.failure.forbidden");
            case 404, 410 -> Messages.text("shell.failure.notFound");
            case 409, 412 -> Messages.text("shell.failure.conflict");
            default -> Messages.text("shell.failure.rejected", problem.status());
        };
    }

    static String of(SyncException.Unreachable.Reason reason) {
        return Messages.text(key(reason));
    }

    private static String of(SyncException.ServerFault fault) {
        return fault.status() == 429
                ? Messages.text("shell.failure.tooMany")
                : Messages.text("shell.failure.serverFault", fault.status());
    }

    private static String ofFile(UncheckedIOException failure) {
        return switch (failure.getCause()) {
            case FileAlreadyExistsException ignored -> Messages.text("shell.failure.fileExists");
            case NoSuchFileException ignored -> Messages.text("shell.failure.noFolder");
            default -> Messages.text("shell.failure.file");
        };
    }

    private static String key(StoreException.Reason reason) {
        return switch (reason) {
            case DISK_FULL -> "shell.failure.diskFull";
            case DISK_FAULT -> "shell.failure.diskFault";
            case DAMAGED -> "shell.failure.damaged";
            case OTHER -> "shell.failure.store";
        };
    }

    private static String key(SyncException.Unreachable.Reason reason) {
        return switch (reason) {
            case REFUSED -> "shell.failure.refused";
            case UNKNOWN_HOST -> "shell.failure.unknownHost";
            case TLS -> "shell.failure.tls";
            case PROXY -> "shell.failure.proxy";
            case TIMED_OUT -> "shell.failure.timedOut";
            case BROKEN_OFF -> "shell.failure.brokenOff";
            case NOT_THE_CONTRACT -> "shell.failure.notTheContract";
            case OFFLINE_BY_CHOICE -> "shell.failure.offlineByChoice";
            case NOT_ALLOWED -> "shell.failure.notAllowed";
        };
    }
}
