package steward.app.shell;

import java.time.Duration;
import java.time.Instant;
import steward.sync.Connection;

/**
 * How old live figures are: what runs, and who is in it.
 *
 * @param at when they were last known to be right, or null when never
 * @param lost whether they stand still, because the stream is broken or silent
 * @param nextAttemptAt when it is tried again, or null
 */
public record LiveAge(Instant at, boolean lost, Instant nextAttemptAt) {

    /** Figures older than this are not live any more. */
    static final Duration STALE = Duration.ofSeconds(30);

    public static LiveAge of(Instant at, Connection connection, Instant now) {
        boolean silent = at == null || at.isBefore(now.minus(STALE));
        boolean lost = connection.state() != Connection.State.CONNECTED || silent;
        return new LiveAge(at, lost, connection.nextAttemptAt());
    }

    /** Whether that still holds; a stream falls silent without any news. */
    public boolean holds(Connection connection, Instant now) {
        return of(at, connection, now).lost() == lost;
    }

    /** Until when the figures tell the truth: now while they are live. */
    public Instant until(Instant now) {
        return lost && at != null && at.isBefore(now) ? at : now;
    }
}
