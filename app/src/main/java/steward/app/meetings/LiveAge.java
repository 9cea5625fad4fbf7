package steward.app.meetings;

import java.time.Duration;
import java.time.Instant;
import steward.sync.Connection;

/**
 * How old the live list is.
 *
 * @param at when it was last known to be right, or null when never
 * @param lost whether the stream is broken, so that the list stands still
 * @param nextAttemptAt when it is tried again, or null
 */
record LiveAge(Instant at, boolean lost, Instant nextAttemptAt) {

    private static final Duration STALE = Duration.ofSeconds(45);

    static LiveAge of(Instant at, Connection connection, Instant now) {
        boolean silent = at != null && at.isBefore(now.minus(STALE));
        boolean lost = connection.state() != Connection.State.CONNECTED || silent;
        return new LiveAge(at, at != null && lost, connection.nextAttemptAt());
    }
}
