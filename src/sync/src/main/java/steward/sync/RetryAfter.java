package steward.sync;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads Retry-After in its forms: seconds, or a date in one of HTTP's three. Stateless. */
final class RetryAfter {

    static final Duration LONGEST = Duration.ofHours(1);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.US)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC));

    private RetryAfter() {}

    /**
     * @param header or null
     * @param date the answer's own Date, or null: a date is measured against the server's clock where it tells it
     * @return how long to wait, an hour at most; empty when nothing understandable was asked
     */
    static Optional<Duration> read(String header, String date, Instant now) {
        if (header == null) return Optional.empty();
        String text = header.strip();
        if (SECONDS.matcher(text).matches()) return Optional.of(capped(Duration.ofSeconds(Long.parseLong(text))));
        return instant(text)
                .map(until -> Duration.between(
                        date == null ? now : instant(date.strip()).orElse(now), until))
                .map(RetryAfter::capped);
    }

    private static Duration capped(Duration asked) {
        if (asked.isNegative()) return Duration.ZERO;
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static Optional<Instant> instant(String text) {
        for (DateTimeFormatter each : DATES) {
            try {
                return Optional.of(each.parse(text, Instant::from));
            } catch (DateTimeException notThisForm) {
                // the next form
            }
        }
        return Optional.empty();
    }
}
