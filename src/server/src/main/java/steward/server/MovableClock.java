package steward.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that tests and the seeding of demo data can set; else it runs with its source. Thread-safe. */
public final class MovableClock implements InstantSource {
    private final InstantSource source;
    /** Where it stands still, or null while it runs. */
    private volatile Instant still;

    private volatile Duration ahead = Duration.ZERO;

    public MovableClock(InstantSource source) {
        this.source = source;
    }

    public static MovableClock system() {
        return new MovableClock(InstantSource.system());
    }

    @Override
    public Instant instant() {
        Instant held = still;
        return held != null ? held : source.instant().plus(ahead);
    }

    /** Stops it at an instant. */
    public void set(Instant instant) {
        still = instant;
    }

    /** Moves it on, standing or running. */
    public synchronized void advance(Duration by) {
        if (still != null) still = still.plus(by);
        else ahead = ahead.plus(by);
    }

    /** Lets it run with its source again. */
    public synchronized void release() {
        still = null;
        ahead = Duration.ZERO;
    }
}
