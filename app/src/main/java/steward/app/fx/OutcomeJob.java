package steward.app.fx;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A job over an outcome: late handlers go through the gate like early ones. */
final class OutcomeJob<T> implements Job<T> {
    private final Outcome<T> outcome;
    private final Executor gate;
    private final Runnable interrupt;

    OutcomeJob(Outcome<T> outcome, Executor gate, Runnable interrupt) {
        this.outcome = outcome;
        this.gate = gate;
        this.interrupt = interrupt;
    }

    @Override
    public Job<T> onSuccess(Consumer<? super T> handler) {
        if (outcome.addSuccess(handler)) {
            gate.execute(() -> handler.accept(outcome.value()));
        }
        return this;
    }

    @Override
    public Job<T> onFailure(Consumer<? super Throwable> handler) {
        if (outcome.addFailure(handler)) {
            gate.execute(() -> handler.accept(outcome.failure()));
        }
        return this;
    }

    @Override
    public Job<T> onEnd(Runnable handler) {
        if (outcome.addEnd(handler)) {
            gate.execute(handler);
        }
        return this;
    }

    @Override
    public void cancel() {
        outcome.cancel();
        interrupt.run();
    }

    @Override
    public boolean isDone() {
        return outcome.isDone();
    }
}
