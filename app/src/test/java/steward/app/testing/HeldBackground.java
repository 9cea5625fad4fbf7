package steward.app.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import steward.app.fx.Background;
import steward.app.fx.Job;

/** Work begins when the test says so: what is shown meanwhile can be looked at. Of one thread. */
public final class HeldBackground implements Background {
    private final Background direct = Background.direct();
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public <T> Job<T> run(String name, Callable<T> work) {
        var job = new Held<T>();
        waiting.add(() -> job.begin(() -> direct.run(name, work)));
        return job;
    }

    /** Does all that waits, and what comes of it. */
    public void release() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private static final class Held<T> implements Job<T> {
        private final List<Consumer<Job<T>>> handlers = new ArrayList<>();
        private Job<T> begun;
        private boolean canceled;

        private void begin(java.util.function.Supplier<Job<T>> start) {
            if (!canceled) {
                begun = start.get();
                handlers.forEach(handler -> handler.accept(begun));
            }
        }

        private Job<T> add(Consumer<Job<T>> handler) {
            if (begun != null) {
                handler.accept(begun);
            } else {
                handlers.add(handler);
            }
            return this;
        }

        @Override
        public Job<T> onSuccess(Consumer<? super T> handler) {
            return add(job -> job.onSuccess(handler));
        }

        @Override
        public Job<T> onFailure(Consumer<? super Throwable> handler) {
            return add(job -> job.onFailure(handler));
        }

        @Override
        public Job<T> onEnd(Runnable handler) {
            return add(job -> job.onEnd(handler));
        }

        @Override
        public void cancel() {
            canceled = true;
        }

        @Override
        public boolean isDone() {
            return begun != null;
        }
    }
}
