package steward.app.fx;

import java.util.function.Consumer;

/**
 * One piece of background work. Handlers may be added before or after it ends; each is called once, on the FX thread.
 * A cancelled job calls none.
 */
public interface Job<T> {
    Job<T> onSuccess(Consumer<? super T> handler);

    /** Without one, the failure goes to the uncaught handler. */
    Job<T> onFailure(Consumer<? super Throwable> handler);

    /** Called after success and failure alike, but not after a cancel. */
    Job<T> onEnd(Runnable handler);

    /** Interrupts the work and drops its outcome. */
    void cancel();

    boolean isDone();
}
