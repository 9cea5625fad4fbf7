package steward.app.fx;

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
        Job<T> job = background.run(name, read);
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

    private void ended() {
        running = null;
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
