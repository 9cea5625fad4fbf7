package steward.app.shell;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import steward.app.fx.Background;

/**
 * Brings "changed" from any thread to the FX thread, at most one hop pending. The background is the gate, so that with
 * {@code Background.direct()} a view model's test is told at once. {@link #fire} is thread-safe.
 */
final class Signal {
    private final Executor gate;
    private final Runnable changed;
    private final AtomicBoolean pending = new AtomicBoolean();
    private volatile boolean closed;

    Signal(Background background, Runnable changed) {
        this.gate = gate(background);
        this.changed = changed;
    }

    /** The way to the FX thread through a background; at once when it is the direct one. */
    static Executor gate(Background background) {
        return task -> background.start("signal", () -> {}).onEnd(task);
    }

    void fire() {
        if (!closed && pending.compareAndSet(false, true)) {
            gate.execute(this::arrive);
        }
    }

    private void arrive() {
        pending.set(false);
        if (!closed) {
            changed.run();
        }
    }

    void close() {
        closed = true;
    }
}
