package steward.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Instant NOW = Instant.parse("2026-11-24T13:32:05Z");
    private final Formats english = new Formats(Locale.ENGLISH, STOCKHOLM);
    private final Formats german = new Formats(Locale.GERMANY, STOCKHOLM);

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT12S, 12 s",
        "PT59.9S, 59 s",
        "PT39M, 39 min",
        "PT1H, 1 h",
        "PT1H40M, 1 h 40",
        "PT1H2M, 1 h 02",
        "PT47H, 47 h",
        "PT48H, 2 days",
        "PT-5S, 0 s"
    })
    void durations(Duration duration, String words) {
        assertThat(english.duration(duration)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1 kB",
        "31000, 31 kB",
        "402000000, 402 MB",
        "999999, 1 MB",
        "1620000000000, 1.62 TB",
        "92000000000, 92 GB"
    })
    void sizes(long bytes, String words) {
        assertThat(english.bytes(bytes).replace('\u00a0', ' ')).isEqualTo(words);
    }

    @Test
    void numbersAndMoneyFollowTheLocale() {
        assertThat(english.number(1272)).isEqualTo("1,272");
        assertThat(german.number(1272)).isEqualTo("1.272");
        assertThat(english.money(114800, "EUR")).isEqualTo("€1,148.00");
        assertThat(german.money(-10231, "EUR")).isEqualTo("-102,31\u00a0€");
        assertThat(english.money(500, "JPY")).isEqualTo("¥500");
        assertThat(english.percent(0.968)).isEqualTo("96.8\u00a0%");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T13:20:00Z, 14:20",
        "2026-11-23T08:12:00Z, Mon",
        "2026-11-17T08:12:00Z, 17 Nov",
        "2025-09-03T08:12:00Z, 3 Sep 2025",
        "2026-11-23T23:30:00Z, 00:30"
    })
    void timesAreAsShortAsAColumnWants(Instant time, String words) {
        assertThat(english.brief(time, NOW))
                .isEqualTo(words.replace("Sep ", english.date(time).contains("Sept") ? "Sept " : "Sep "));
    }

    @Test
    void agesAndCountdowns() {
        assertThat(english.age(NOW.minusSeconds(12), NOW)).isEqualTo("12 s ago");
        assertThat(english.ahead(NOW.plusSeconds(6), NOW)).isEqualTo("in 6 s");
        assertThat(english.countdown(Duration.ofSeconds(24 * 60 + 10))).isEqualTo("24:10");
        assertThat(english.countdown(Duration.ofSeconds(3723))).isEqualTo("1:02:03");
        assertThat(english.weekday(NOW)).isEqualTo("Tue 24 Nov");
        assertThat(english.weekdayShort(NOW)).isEqualTo("Tue 24");
        assertThat(english.clockSeconds(NOW)).isEqualTo("14:32:05");
        assertThat(english.full(NOW))
                .contains("Tuesday")
                .contains("24 November 2026")
                .contains("14:32:05");
    }
}
