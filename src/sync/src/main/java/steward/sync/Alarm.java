package steward.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes one waiting thread at a time or when rung; a ring before the wait is not lost. Thread-safe. */
final class Alarm {

    /** So that a clock that was set, or a computer that slept, is noticed. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private final InstantSource clock;
    private boolean ringing;

    Alarm(InstantSource clock) {
        this.clock = clock;
    }

    void ring() {
        lock.lock();
        try {
            ringing = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The earlier of two times, either of which may be null. */
    static Instant earlier(Instant one, Instant other) {
        if (one == null) return other;
        return other == null || one.isBefore(other) ? one : other;
    }

    /** @param until or null for no time of its own */
    void await(Instant until) throws InterruptedException {
        lock.lock();
        try {
            Duration wait = until == null ? LONGEST_SLEEP : Duration.between(clock.instant(), until);
            if (wait.compareTo(LONGEST_SLEEP) > 0) wait = LONGEST_SLEEP;
            if (!ringing && wait.isPositive()) rung.await(wait.toNanos(), TimeUnit.NANOSECONDS);
            ringing = false;
        } finally {
            lock.unlock();
        }
    }
}
