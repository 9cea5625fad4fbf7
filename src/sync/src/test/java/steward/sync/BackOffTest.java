package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void spreadsWaitsOverASpanThatDoublesUpToAMinute() {
        for (int fault = 0; fault < 40; fault++) {
            Duration span = Duration.ofSeconds(Math.min(60, 1L << Math.min(fault, 16)));
            Duration longest = Duration.ZERO;
            for (int seed = 0; seed < 300; seed++) {
                BackOff backOff = new BackOff(Pace.NORMAL, new Random(seed));
                for (int i = 0; i < fault; i++) backOff.next();
                Duration wait = backOff.next();
                assertThat(wait).isPositive().isLessThanOrEqualTo(span);
                if (wait.compareTo(longest) > 0) longest = wait;
            }
            assertThat(longest).isGreaterThan(span.multipliedBy(8).dividedBy(10));
        }
    }

    @Test
    void beginsAnewWhenCleared() {
        BackOff backOff = new BackOff(Pace.NORMAL, new Random(1));
        for (int i = 0; i < 10; i++) backOff.next();
        backOff.clear();
        assertThat(backOff.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
}
