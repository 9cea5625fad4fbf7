package steward.app.fx;

import java.util.concurrent.Callable;

/** Runs everything inline: the job has ended before its handlers are added, and each is called as it is added. */
final class DirectBackground implements Background {
    @Override
    public <T> Job<T> run(String name, Callable<T> work) {
        var outcome = new Outcome<T>();
        outcome.capture(work);
        outcome.deliver();
        return new OutcomeJob<>(outcome, Runnable::run, () -> {});
    }
}
