package steward.app.tour;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import steward.app.fx.FxThread;

/** The tour's thread asks the FX thread and waits for the answer. */
final class Toolkit {
    private static final int SECONDS = 30;

    private Toolkit() {}

    static <T> T ask(Callable<T> work) {
        var task = new FutureTask<>(work);
        FxThread.run(task);
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourException("interrupted", e);
        } catch (ExecutionException e) {
            throw new TourException(String.valueOf(e.getCause()), e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TourException("the window does not answer", e);
        }
    }

    static void run(Runnable work) {
        ask(() -> {
            work.run();
            return true;
        });
    }

    /** Until two frames have been drawn since. */
    static void settle() {
        var frames = new CountDownLatch(2);
        AnimationTimer counter = ask(() -> {
            var timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frames.countDown();
                }
            };
            timer.start();
            return timer;
        });
        try {
            if (!frames.await(SECONDS, TimeUnit.SECONDS)) {
                throw new TourException("the window draws no frames");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourException("interrupted", e);
        } finally {
            run(counter::stop);
        }
    }
}
