package steward.app.fx;

import java.lang.Thread.UncaughtExceptionHandler;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/** Production's background: one named virtual thread a job. Thread-safe. */
final class VirtualBackground implements Background {
    private final Executor gate;
    private final UncaughtExceptionHandler uncaught;

    VirtualBackground(Executor gate, UncaughtExceptionHandler uncaught) {
        this.gate = gate;
        this.uncaught = uncaught;
    }

    @Override
    public <T> Job<T> run(String name, Callable<T> work) {
        var outcome = new Outcome<T>();
        Thread thread = Thread.ofVirtual()
                .name(name)
                .uncaughtExceptionHandler(uncaught)
                .unstarted(() -> {
                    outcome.capture(work);
                    gate.execute(() -> report(outcome.deliver()));
                });
        // Started through the gate's caller: handlers added right after run() are there before the first delivery,
        // because delivery needs the FX thread, which is the caller.
        thread.start();
        return new OutcomeJob<>(outcome, gate, thread::interrupt);
    }

    @Override
    public <T> Job<T> run(String name, Duration rest, Callable<T> work) {
        return run(name, () -> {
            Thread.sleep(rest);
            return work.call();
        });
    }

    private void report(Throwable unhandled) {
        if (unhandled != null) {
            uncaught.uncaughtException(Thread.currentThread(), unhandled);
        }
    }
}
