package steward.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Notices that the clock of this computer was turned back: what waits for a time of day would wait longer by as much. For
 * one thread, which looks at least once a second.
 */
final class TurnedBack {

    /** What waits until some time. */
    @FunctionalInterface
    interface Waits {
        /** Ends all waits earlier by so much. */
        void bringForward(Duration by);
    }

    /** Clocks that are kept in step move by less. */
    private static final Duration STEP = Duration.ofSeconds(1);

    private final List<Waits> waits;
    private Instant last = Instant.MIN;

    TurnedBack(Waits... waits) {
        this.waits = List.of(waits);
    }

    void look(Instant now) {
        Instant before = last;
        last = now;
        if (!now.plus(STEP).isBefore(before)) return;
        Duration by = Duration.between(now, before);
        waits.forEach(each -> each.bringForward(by));
    }
}
