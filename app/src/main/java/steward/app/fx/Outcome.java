package steward.app.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** What a job came to and who wants to hear of it. Guarded by its own lock; handlers are called outside of it. */
final class Outcome<T> {
    private final List<Consumer<? super T>> successes = new ArrayList<>();
    private final List<Consumer<? super Throwable>> failures = new ArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();
    private T value;
    private Throwable failure;
    private boolean done;
    private boolean delivered;
    private boolean cancelled;

    /** Runs the work and keeps what came of it; the one broad catch outside the uncaught handler (house rules). */
    void capture(Callable<T> work) {
        T result = null;
        Throwable problem = null;
        try {
            result = work.call();
        } catch (Exception e) {
            problem = e;
        }
        synchronized (this) {
            value = result;
            failure = problem;
            done = true;
        }
    }

    /** Calls the handlers known so far; later ones are called as they come. Returns the failure nobody handled, or null. */
    Throwable deliver() {
        List<Runnable> calls = new ArrayList<>();
        Throwable unhandled;
        synchronized (this) {
            if (cancelled || delivered) {
                return null;
            }
            delivered = true;
            unhandled = failures.isEmpty() ? failure : null;
            if (failure == null) {
                successes.forEach(handler -> calls.add(() -> handler.accept(value)));
            } else {
                failures.forEach(handler -> calls.add(() -> handler.accept(failure)));
            }
            calls.addAll(ends);
        }
        calls.forEach(Runnable::run);
        return unhandled;
    }

    /** Returns whether the handler is to be called at once. */
    synchronized boolean addSuccess(Consumer<? super T> handler) {
        successes.add(handler);
        return delivered && failure == null && !cancelled;
    }

    synchronized boolean addFailure(Consumer<? super Throwable> handler) {
        failures.add(handler);
        return delivered && failure != null && !cancelled;
    }

    synchronized boolean addEnd(Runnable handler) {
        ends.add(handler);
        return delivered && !cancelled;
    }

    synchronized T value() {
        return value;
    }

    synchronized Throwable failure() {
        return failure;
    }

    synchronized boolean isDone() {
        return done || cancelled;
    }

    synchronized void cancel() {
        cancelled = true;
    }
}
