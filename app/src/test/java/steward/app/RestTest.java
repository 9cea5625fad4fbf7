package steward.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RestTest {
    private static final Instant START = Instant.parse("2026-11-27T08:00:00Z");

    private final AtomicInteger given = new AtomicInteger();
    private final Rest rest = new Rest(START, given::incrementAndGet);

    @Test
    void gives_memory_back_once_when_nobody_has_used_the_window_for_a_while() {
        rest.tick(START.plusSeconds(20));
        assertThat(given).hasValue(0);
        rest.tick(START.plusSeconds(21));
        rest.tick(START.plusSeconds(300));
        assertThat(given).hasValue(1);
    }

    @Test
    void waits_anew_after_each_use() {
        rest.tick(START.plusSeconds(21));
        rest.used(START.plusSeconds(30));
        rest.tick(START.plusSeconds(50));
        assertThat(given).hasValue(1);
        rest.tick(START.plusSeconds(51));
        assertThat(given).hasValue(2);
    }
}
