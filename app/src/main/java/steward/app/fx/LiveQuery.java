package steward.app.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Reads again whenever a source says "changed": one read at a time, and however many signals come meanwhile, one more
 * after it. {@link #signal} is thread-safe (hand it to a store's or the engine's listener); the rest belongs to the FX
 * thread.
 */
public final class LiveQuery<T> implements AutoCloseable {
    /** A sparing query rests so many times as long as its last turn took. */
    private static final int REST = 3;

    private static final Duration LONGEST_REST = Duration.ofSeconds(2);

    private final Background background;
    private final String name;
    private final Callable<T> read;
    private final Executor gate;
    private final AtomicBoolean hopPending = new AtomicBoolean();
    private Consumer<? super T> arrived = value -> {};
    private Consumer<? super Throwable> failed;
    private Job<T> running;
    private boolean again;
    private boolean closed;
    private boolean sparing;
    private volatile long began;
    private Duration rest = Duration.ZERO;
    private long ended;

    public LiveQuery(Background background, String name, Callable<T> read) {
        this(background, name, read, FxThread.executor());
    }

    /** With an own gate; tests give {@code Runnable::run}. */
    public LiveQuery(Background background, String name, Callable<T> read, Executor gate) {
        this.background = background;
        this.name = name;
        this.read = read;
        this.gate = gate;
    }

    public LiveQuery<T> onValue(Consumer<? super T> handler) {
        arrived = handler;
        return this;
    }

    public LiveQuery<T> onFailure(Consumer<? super Throwable> handler) {
        failed = handler;
        return this;
    }

    /**
     * Takes up a quarter of the time at most, reading and showing together: what a hundred thousand rows are read for, and
     * changes with every batch of answers, must not keep the machine busy. Not for what a person waits for.
     */
    public LiveQuery<T> sparing() {
        sparing = true;
        return this;
    }

    /** Something changed: from any thread, as often as one likes. */
    public void signal() {
        if (hopPending.compareAndSet(false, true)) {
            gate.execute(() -> {
                hopPending.set(false);
                refresh();
            });
        }
    }

    /** Reads now; on the FX thread. */
    public void refresh() {
        if (closed) {
            return;
        }
        if (running != null) {
            again = true;
            return;
        }
        Job<T> job = background.run(name, restLeft(), this::turn);
        running = job;
        job.onEnd(this::ended).onSuccess(value -> {
            if (!closed) {
                arrived.accept(value);
            }
        });
        if (failed != null) {
            job.onFailure(failed);
        }
    }

    private T turn() throws Exception {
        began = System.nanoTime();
        return read.call();
    }

    private Duration restLeft() {
        Duration rested = Duration.ofNanos(System.nanoTime() - ended);
        Duration left = rest.minus(rested);
        return sparing && left.isPositive() ? left : Duration.ZERO;
    }

    /** Comes after the handlers of the value: what they took counts. */
    private void ended() {
        running = null;
        ended = System.nanoTime();
        Duration took = Duration.ofNanos(ended - began).multipliedBy(REST);
        rest = took.compareTo(LONGEST_REST) < 0 ? took : LONGEST_REST;
        if (again) {
            again = false;
            refresh();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (running != null) {
            running.cancel();
        }
    }
}
