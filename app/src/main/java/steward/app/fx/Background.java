package steward.app.fx;

import java.lang.Thread.UncaughtExceptionHandler;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Takes work off the FX thread and brings its outcome back to it. Thread-safe. */
public interface Background {

    /** Starts {@code work}; its handlers run on the FX thread. The name is the thread's, for logs and thread dumps. */
    <T> Job<T> run(String name, Callable<T> work);

    /** As {@link #run(String, Callable)}, after a rest; a background of tests does not rest. */
    default <T> Job<T> run(String name, Duration rest, Callable<T> work) {
        return run(name, work);
    }

    /** As {@link #run(String, Callable)}, for work without a result. */
    default Job<Void> start(String name, Work work) {
        return run(name, () -> {
            work.run();
            return null;
        });
    }

    /** Work without a result. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Production: a named virtual thread each; what nobody handles goes to {@code uncaught}. */
    static Background virtual(UncaughtExceptionHandler uncaught) {
        return new VirtualBackground(FxThread.executor(), uncaught);
    }

    /** For tests: everything at once on the calling thread, so a view model's test never waits. */
    static Background direct() {
        return new DirectBackground();
    }
}
