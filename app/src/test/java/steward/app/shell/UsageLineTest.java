package steward.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import steward.api.UsageBucket;
import steward.api.UsageSample;

class UsageLineTest {
    private static final Instant NOW = Instant.parse("2026-11-24T14:32:30Z");
    private final UsageLine hour = new UsageLine(NOW.minus(Duration.ofMinutes(5)), NOW, Duration.ofMinutes(1));

    private static UsageBucket bucket(String clock, Integer highest) {
        return new UsageBucket(Instant.parse("2026-11-24T" + clock + ":00Z"), highest, null, 20, 0);
    }

    private static UsageSample sample(String clock, int inUse) {
        return new UsageSample(Instant.parse("2026-11-24T" + clock + "Z"), inUse, 20);
    }

    @Test
    void a_sample_raises_the_bucket_it_falls_into_but_never_lowers_it() {
        List<UsageBucket> fetched = List.of(
                bucket("14:28", 5), bucket("14:29", 5), bucket("14:30", 5), bucket("14:31", 5), bucket("14:32", 6));
        assertThat(hour.of(fetched, sample("14:32:20", 9), NOW, 20).getLast().highest())
                .isEqualTo(9);
        assertThat(hour.of(fetched, sample("14:32:20", 2), NOW, 20).getLast().highest())
                .isEqualTo(6);
    }

    @Test
    void a_later_sample_carries_the_line_on_to_now() {
        List<UsageBucket> fetched = List.of(bucket("14:28", 5), bucket("14:29", 5), bucket("14:30", 5));
        assertThat(hour.of(fetched, sample("14:31:10", 7), NOW, 20))
                .extracting(UsageBucket::start, UsageBucket::highest)
                .endsWith(
                        tuple(Instant.parse("2026-11-24T14:30:00Z"), 5),
                        tuple(Instant.parse("2026-11-24T14:31:00Z"), 7),
                        tuple(Instant.parse("2026-11-24T14:32:00Z"), 7));
    }

    @Test
    void what_passed_while_the_stream_was_lost_is_a_gap() {
        List<UsageBucket> fetched = List.of(bucket("14:28", 5), bucket("14:29", 5));
        Instant lost = Instant.parse("2026-11-24T14:30:10Z");
        assertThat(hour.of(fetched, sample("14:29:50", 5), lost, 20))
                .extracting(UsageBucket::start, UsageBucket::highest)
                .endsWith(
                        tuple(Instant.parse("2026-11-24T14:30:00Z"), 5),
                        tuple(Instant.parse("2026-11-24T14:31:00Z"), null));
    }

    @Test
    void what_was_never_fetched_is_a_gap_and_not_zero() {
        assertThat(hour.of(List.of(bucket("14:28", 5), bucket("14:31", 6), bucket("14:32", 6)), null, null, 20))
                .extracting(UsageBucket::start, UsageBucket::highest)
                .contains(tuple(Instant.parse("2026-11-24T14:29:00Z"), null));
        assertThat(hour.of(List.of(), null, null, 20))
                .containsExactly(new UsageBucket(NOW.minus(Duration.ofMinutes(5)), null, null, 20, 0));
        assertThat(hour.of(List.of(), sample("14:32:20", 4), NOW, 20))
                .extracting(UsageBucket::highest)
                .containsExactly(null, 4);
    }
}
