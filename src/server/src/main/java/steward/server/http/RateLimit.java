package steward.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets a caller make {@link #AT_ONCE} requests at once and {@link #A_SECOND} a second after that: more than one
 * that waits for each answer can ever make, and little enough that one gone wild does not take the server from the others. Thread-safe.
 */
final class RateLimit {
    static final int AT_ONCE = 2000;
    static final int A_SECOND = 5000;

    private final InstantSource clock;
    private final Map<String, Left> callers = new ConcurrentHashMap<>();

    /** What a caller had left at an instant, after a request that was let in or not. */
    private record Left(double requests, Instant at, boolean letIn) {
        Left next(Instant now) {
            double gained = Math.max(0, Duration.between(at, now).toMillis()) / 1000.0 * A_SECOND;
            double have = Math.min(AT_ONCE, requests + gained);
            return have < 1 ? new Left(have, now, false) : new Left(have - 1, now, true);
        }
    }

    RateLimit(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one request. */
    boolean admits(String caller) {
        Instant now = clock.instant();
        return callers.compute(
                        caller, (_, before) -> (before == null ? new Left(AT_ONCE, now, true) : before).next(now))
                .letIn();
    }
}
