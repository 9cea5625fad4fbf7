package steward.sync;

import java.time.Instant;

/**
 * How it stands with the server, for the status bar.
 *
 * @param since when this state began
 * @param reason why it is unreachable, or null
 * @param nextAttemptAt when it is tried again, or null
 */
public record Connection(State state, Instant since, SyncException.Unreachable.Reason reason, Instant nextAttemptAt) {

    /** Offline is a state, not an error. */
    public enum State {
        CONNECTING,
        CONNECTED,
        UNREACHABLE,
        /** The "work offline" switch. */
        OFFLINE_BY_CHOICE,
        /** The token is not valid any more; the queue is kept. */
        SIGNED_OUT
    }
}
