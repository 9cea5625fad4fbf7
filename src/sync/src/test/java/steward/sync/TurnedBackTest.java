package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnedBackTest {
    private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");

    private final List<Duration> told = new ArrayList<>();
    private final TurnedBack turnedBack = new TurnedBack(told::add, told::add);

    @Test
    void tellsAllThatWaitByHowMuch() {
        turnedBack.look(NOON);
        turnedBack.look(NOON.minus(Duration.ofDays(1)));
        assertThat(told).containsExactly(Duration.ofDays(1), Duration.ofDays(1));
        turnedBack.look(NOON.minus(Duration.ofDays(1)).plusSeconds(1));
        assertThat(told).hasSize(2);
    }

    @Test
    void takesTimeGoingOnAndSmallStepsForWhatTheyAre() {
        turnedBack.look(NOON);
        turnedBack.look(NOON.plus(Duration.ofDays(1)));
        turnedBack.look(NOON.plus(Duration.ofDays(1)).minusMillis(900));
        assertThat(told).isEmpty();
    }
}
