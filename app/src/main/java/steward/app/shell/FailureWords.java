package steward.app.shell;

import steward.app.i18n.Messages;
import steward.sync.SyncException;

/** Why a call to the server failed: what happened and what can be done, for a person. */
public final class FailureWords {

    private FailureWords() {}

    public static String of(Throwable problem) {
        return switch (problem) {
            case SyncException.Unreachable unreachable -> Messages.text(key(unreachable.reason()));
            case SyncException.Unauthorized ignored -> Messages.text("shell.failure.unauthorized");
            case SyncException.Forbidden forbidden -> forbidden.problem().detail();
            case SyncException.Rejected rejected -> rejected.problem().detail();
            case SyncException.Conflict conflict -> conflict.problem().detail();
            case SyncException.ServerFault fault -> Messages.text("shell.failure.serverFault", fault.status());
            default -> Messages.text("shell.failure.other");
        };
    }

    private static String key(SyncException.Unreachable.Reason reason) {
        return switch (reason) {
            case REFUSED -> "shell.failure.refused";
            case UNKNOWN_HOST -> "shell.failure.unknownHost";
            case TLS -> "shell.failure.tls";
            case TIMED_OUT -> "shell.failure.timedOut";
            case BROKEN_OFF -> "shell.failure.brokenOff";
            case NOT_THE_CONTRACT -> "shell.failure.notTheContract";
            case OFFLINE_BY_CHOICE -> "shell.failure.offlineByChoice";
        };
    }
}
