package steward.app.tour;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waiting for something to come about, with a deadline instead of a guess. */
final class Patience {
    private final Duration longest;
    private final Duration pause;

    Patience(Duration longest, Duration pause) {
        this.longest = longest;
        this.pause = pause;
    }

    /** What {@code look} finds, looking again and again; {@code what} is said when it never does. */
    <T> T await(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new TourException("%s: not within %d seconds".formatted(what, longest.toSeconds()));
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    void until(String what, Supplier<Boolean> condition) {
        await(what, () -> condition.get() ? Optional.of(true) : Optional.empty());
    }
}
