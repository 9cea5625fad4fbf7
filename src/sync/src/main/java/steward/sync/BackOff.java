package steward.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Full-jitter back-off: waits spread over a span that doubles with each fault. Not thread-safe. */
final class BackOff {

    private static final int MOST_DOUBLINGS = 16;
    private static final Duration LEAST = Duration.ofMillis(20);

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int faults;

    BackOff(Pace pace, RandomGenerator random) {
        this.first = pace.firstBackOff();
        this.longest = pace.longestBackOff();
        this.random = random;
    }

    /** The wait after one more fault. */
    Duration next() {
        Duration span = first.multipliedBy(1L << Math.min(faults, MOST_DOUBLINGS));
        if (span.compareTo(longest) > 0) span = longest;
        faults++;
        Duration drawn = Duration.ofMillis(random.nextLong(span.toMillis() + 1));
        return drawn.compareTo(LEAST) < 0 ? LEAST : drawn;
    }

    void clear() {
        faults = 0;
    }
}
