package steward.app.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Turns what a listener says on any thread into a property on the FX thread. However often the source speaks, at most
 * one hop is pending; the newest value wins. {@link #set} is thread-safe, the property belongs to the FX thread.
 */
public final class Live<T> implements AutoCloseable {
    private record Box<T>(T value) {}

    private final ReadOnlyObjectWrapper<T> property;
    private final AtomicReference<Box<T>> pending = new AtomicReference<>();
    private final Executor gate;
    private volatile boolean closed;

    public Live(T initial) {
        this(initial, FxThread.executor());
    }

    /** With an own gate; tests give {@code Runnable::run}. */
    public Live(T initial, Executor gate) {
        this.property = new ReadOnlyObjectWrapper<>(initial);
        this.gate = gate;
    }

    /** From any thread. */
    public void set(T value) {
        if (pending.getAndSet(new Box<>(value)) == null && !closed) {
            gate.execute(this::arrive);
        }
    }

    private void arrive() {
        Box<T> box = pending.getAndSet(null);
        if (box != null && !closed) {
            property.set(box.value());
        }
    }

    public ReadOnlyObjectProperty<T> property() {
        return property.getReadOnlyProperty();
    }

    public T get() {
        return property.get();
    }

    /** After this the property stands still. */
    @Override
    public void close() {
        closed = true;
    }
}
