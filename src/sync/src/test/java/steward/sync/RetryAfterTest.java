package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("1994-11-06T08:49:30Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 7",
                " 0 | 0",
                "3600 | 3600",
                "3601 | 3600",
                "999999999999 | 3600",
                "Sun, 06 Nov 1994 08:49:37 GMT | 7",
                "Sunday, 06-Nov-94 08:49:37 GMT | 7",
                "Sun Nov  6 08:49:37 1994 | 7",
                "Sun, 06 Nov 1994 08:49:00 GMT | 0",
                "Sun, 06 Nov 1994 18:49:37 GMT | 3600"
            })
    void readsEveryForm(String header, long seconds) {
        assertThat(RetryAfter.read(header, null, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", "Sun, 06 Foo 1994 08:49:37 GMT"})
    void takesGarbageForNothing(String header) {
        assertThat(RetryAfter.read(header, null, NOW)).isEmpty();
    }

    @Test
    void measuresADateAgainstTheServersOwnClock() {
        Instant wrong = NOW.plus(Duration.ofDays(300));
        assertThat(RetryAfter.read("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:30 GMT", wrong))
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void isEmptyWithoutTheHeader() {
        assertThat(RetryAfter.read(null, null, NOW)).isEmpty();
    }
}
