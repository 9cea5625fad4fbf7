package steward.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import steward.app.testing.Stages;

class TickerTest {
    private static final Instant START = Instant.parse("2026-11-24T14:32:00Z");
    private final MovedClock clock = new MovedClock();

    @Test
    void secondsChangeOnceASecondAndQuartersEveryTick() {
        var ticker = new Ticker(clock);
        List<Instant> seconds = new ArrayList<>();
        List<Instant> quarters = new ArrayList<>();
        ticker.second().subscribe((before, after) -> seconds.add(after));
        ticker.quarter().subscribe((before, after) -> quarters.add(after));
        for (int i = 0; i < 8; i++) {
            clock.now = clock.now.plusMillis(250);
            ticker.tick();
        }
        assertThat(quarters).hasSize(8);
        assertThat(seconds).containsExactly(START.plusSeconds(1), START.plusSeconds(2));
    }

    @Test
    void runsWhileOneTabHoldsItOpen() {
        Stages.start();
        Stages.run(() -> {
            var ticker = new Ticker(clock);
            var first = ticker.open();
            var second = ticker.open();
            first.unsubscribe();
            first.unsubscribe();
            assertThat(ticker.isRunning()).isTrue();
            second.unsubscribe();
            assertThat(ticker.isRunning()).isFalse();
            assertThat(Duration.between(START, ticker.second().get())).isZero();
        });
    }

    @Test
    void aTabsClockGoesWithTheWindowsWhileItIsShownAndStandsStillAfterwards() {
        Stages.start();
        Stages.run(() -> {
            var window = new Ticker(clock);
            var tab = window.follower();
            List<Instant> heard = new ArrayList<>();
            tab.second().subscribe((before, after) -> heard.add(after));
            var shown = tab.open();
            clock.now = START.plusSeconds(1);
            window.tick();
            shown.unsubscribe();
            clock.now = START.plusSeconds(2);
            window.tick();
            assertThat(heard).containsExactly(START.plusSeconds(1));
            assertThat(window.isRunning()).isFalse();
            tab.open().unsubscribe();
            assertThat(heard).as("shown again it knows the time").last().isEqualTo(START.plusSeconds(2));
        });
    }

    private static final class MovedClock extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
