package steward.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final BlockingQueue<Runnable> fxThread = new LinkedBlockingQueue<>();
    private final List<Throwable> uncaught = new ArrayList<>();
    private final Background virtual = new VirtualBackground(fxThread::add, (thread, problem) -> uncaught.add(problem));

    @Test
    void handlersRunOnlyOnceTheFxThreadTakesThem() throws InterruptedException {
        List<String> heard = new ArrayList<>();
        Job<String> job = virtual.run("names", () -> Thread.currentThread().getName());
        job.onSuccess(heard::add).onEnd(() -> heard.add("end"));
        Runnable delivery = fxThread.poll(5, TimeUnit.SECONDS);
        assertThat(heard).isEmpty();
        delivery.run();
        assertThat(heard).containsExactly("names", "end");
        assertThat(job.isDone()).isTrue();
    }

    @Test
    void anUnhandledFailureReachesTheUncaughtHandler() throws InterruptedException {
        virtual.start("fails", () -> {
            throw new IOException("disk");
        });
        fxThread.poll(5, TimeUnit.SECONDS).run();
        assertThat(uncaught).singleElement().isInstanceOf(IOException.class);
    }

    @Test
    void aHandledFailureDoesNot() throws InterruptedException {
        List<Throwable> heard = new ArrayList<>();
        virtual.start("fails", () -> {
                    throw new IOException("disk");
                })
                .onFailure(heard::add);
        fxThread.poll(5, TimeUnit.SECONDS).run();
        assertThat(heard).hasSize(1);
        assertThat(uncaught).isEmpty();
    }

    @Test
    void aCancelInterruptsTheWorkAndDropsItsOutcome() throws InterruptedException {
        var started = new CountDownLatch(1);
        List<String> heard = new ArrayList<>();
        Job<String> job = virtual.run("slow", () -> {
            started.countDown();
            new CountDownLatch(1).await();
            return "never";
        });
        job.onSuccess(heard::add).onFailure(problem -> heard.add("failed"));
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
        job.cancel();
        fxThread.poll(5, TimeUnit.SECONDS).run();
        assertThat(heard).isEmpty();
        assertThat(uncaught).isEmpty();
    }

    @Test
    void directCallsHandlersAtOnce() {
        List<Object> heard = new ArrayList<>();
        Background.direct().run("sum", () -> 1 + 1).onSuccess(heard::add).onFailure(heard::add);
        Background.direct()
                .start("fails", () -> {
                    throw new IOException("disk");
                })
                .onSuccess(heard::add)
                .onFailure(problem -> heard.add(problem.getMessage()));
        assertThat(heard).containsExactly(2, "disk");
    }
}
