package steward.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LiveTest {
    private final Deque<Runnable> fxThread = new ArrayDeque<>();

    @Test
    void manyValuesMakeOneHopAndTheNewestWins() {
        var live = new Live<>(0, fxThread::add);
        List<Integer> seen = new ArrayList<>();
        live.property().subscribe((before, after) -> seen.add(after));
        for (int i = 1; i <= 100; i++) {
            live.set(i);
        }
        assertThat(fxThread).hasSize(1);
        fxThread.poll().run();
        assertThat(seen).containsExactly(100);
        live.set(101);
        fxThread.poll().run();
        assertThat(live.get()).isEqualTo(101);
    }

    @Test
    void aClosedOneStandsStill() {
        var live = new Live<>("before", fxThread::add);
        live.set("after");
        live.close();
        fxThread.poll().run();
        live.set("later");
        assertThat(live.get()).isEqualTo("before");
        assertThat(fxThread).isEmpty();
    }

    @Test
    void aQueryReadsOnceForManySignalsAndOnceMoreForThoseMeanwhile() {
        var background = new Held();
        var reads = new AtomicInteger();
        List<Integer> seen = new ArrayList<>();
        var query = new LiveQuery<>(background, "rows", reads::incrementAndGet, fxThread::add).onValue(seen::add);
        query.signal();
        query.signal();
        assertThat(fxThread).as("one hop for both").hasSize(1);
        drain();
        query.signal();
        drain();
        query.signal();
        drain();
        assertThat(background.waiting).as("one read at a time").hasSize(1);
        background.next();
        assertThat(seen).containsExactly(1);
        background.next();
        assertThat(seen).containsExactly(1, 2);
        assertThat(background.waiting).isEmpty();
    }

    @Test
    void aSparingQueryRestsAsLongAsItWorkedAndMoreBeforeItReadsAgain() {
        Callable<Integer> slow = () -> {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            return 1;
        };
        var hasty = new Held();
        var sparing = new Held();
        var queries = List.of(
                new LiveQuery<>(hasty, "rows", slow, Runnable::run),
                new LiveQuery<>(sparing, "rows", slow, Runnable::run).sparing());
        queries.forEach(LiveQuery::signal);
        queries.forEach(LiveQuery::signal);
        hasty.next();
        sparing.next();
        assertThat(hasty.rests).containsExactly(Duration.ZERO, Duration.ZERO);
        assertThat(sparing.rests.getFirst()).isZero();
        assertThat(sparing.rests.getLast()).as("a quarter of the time").isGreaterThan(Duration.ofMillis(50));
    }

    @Test
    void aFailedReadDoesNotStopTheNext() {
        var reads = new AtomicInteger();
        List<Object> seen = new ArrayList<>();
        Callable<Integer> read = () -> {
            if (reads.incrementAndGet() == 1) {
                throw new java.io.IOException("gone");
            }
            return reads.get();
        };
        var query = new LiveQuery<>(Background.direct(), "rows", read, Runnable::run)
                .onValue(seen::add)
                .onFailure(problem -> seen.add(problem.getMessage()));
        query.signal();
        query.signal();
        assertThat(seen).containsExactly("gone", 2);
    }

    @Test
    void aClosedQueryReadsNoMore() {
        var reads = new AtomicInteger();
        var query = new LiveQuery<>(Background.direct(), "rows", reads::incrementAndGet, fxThread::add);
        query.signal();
        query.close();
        drain();
        assertThat(reads).hasValue(0);
    }

    private void drain() {
        while (!fxThread.isEmpty()) {
            fxThread.poll().run();
        }
    }

    /** Runs a job when told to. */
    private static final class Held implements Background {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private final List<Duration> rests = new ArrayList<>();

        @Override
        public <T> Job<T> run(String name, Duration rest, Callable<T> work) {
            rests.add(rest);
            return run(name, work);
        }

        @Override
        public <T> Job<T> run(String name, Callable<T> work) {
            var outcome = new Outcome<T>();
            waiting.add(() -> {
                outcome.capture(work);
                outcome.deliver();
            });
            return new OutcomeJob<>(outcome, Runnable::run, () -> {});
        }

        void next() {
            waiting.poll().run();
        }
    }
}
