package steward.app.i18n;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/** Numbers, sizes, money and times by the user's locale and zone. Immutable and thread-safe. */
public final class Formats {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};
    private static final char HARD_SPACE = '\u00a0';
    private static volatile Formats current = new Formats(Locale.ENGLISH, ZoneId.systemDefault());

    private final Locale locale;
    private final ZoneId zone;

    public Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    public static Formats current() {
        return current;
    }

    /** Sets what {@link #current} answers; called once at the start. */
    public static void use(Formats formats) {
        current = formats;
    }

    public Locale locale() {
        return locale;
    }

    public ZoneId zone() {
        return zone;
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** At most {@code digits} decimals. */
    public String decimal(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    /** A share of one as percent, at most one decimal: 0.968 as "96.8 %". */
    public String percent(double share) {
        return decimal(share * 100, 1) + HARD_SPACE + "%";
    }

    /** Decimal units, three significant digits: "1.62 TB", "402 MB". */
    public String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        int digits = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return decimal(value, digits) + HARD_SPACE + UNITS[unit];
    }

    /** Minor units of a currency: (3600, "EUR") as "€36.00". */
    public String money(long minorUnits, String currencyCode) {
        Currency currency = Currency.getInstance(currencyCode);
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(minorUnits, digits));
    }

    /** "1 h 40", "2 h", "39 min", "12 s"; whole days from two on. */
    public String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return words("i18n.duration.seconds", seconds);
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return words("i18n.duration.minutes", minutes);
        }
        if (minutes >= 2 * 24 * 60) {
            return words("i18n.duration.days", minutes / (24 * 60));
        }
        return minutes % 60 == 0
                ? words("i18n.duration.hours", minutes / 60)
                : Messages.text("i18n.duration.hoursMinutes", minutes / 60, "%02d".formatted(minutes % 60));
    }

    /** Minutes and seconds that run down: "24:10", "1:02:03". */
    public String countdown(Duration left) {
        long seconds = Math.max(0, left.toSeconds());
        return seconds >= 3600
                ? "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
                : "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /** "12 s ago". */
    public String age(Instant since, Instant now) {
        return Messages.text("i18n.age.text", duration(Duration.between(since, now)));
    }

    /** "in 6 s". */
    public String ahead(Instant until, Instant now) {
        return Messages.text("i18n.ahead.text", duration(Duration.between(now, until)));
    }

    /** As short as a column wants it: "14:20" today, "Mon" within a week, "23 Nov", "3 Sep 2025". */
    public String brief(Instant time, Instant now) {
        ZonedDateTime local = time.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = local.toLocalDate();
        if (day.equals(today)) {
            return clock(time);
        }
        if (day.isBefore(today) && day.isAfter(today.minusDays(7))) {
            return pattern("EEE", local);
        }
        return day.getYear() == today.getYear() ? day(time) : date(time);
    }

    /** A time whose words are about as long as any: what columns are measured with. */
    public Instant longestTime() {
        return LocalDateTime.of(2024, 9, 30, 22, 58, 58).atZone(zone).toInstant();
    }

    /** "14:20". */
    public String clock(Instant time) {
        return time.atZone(zone)
                .format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(times()));
    }

    /** "14:32:05". */
    public String clockSeconds(Instant time) {
        return time.atZone(zone)
                .format(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(times()));
    }

    /** "23 Nov". */
    public String day(Instant time) {
        return localized("MMMd", time.atZone(zone));
    }

    /** "3 Sep 2025". */
    public String date(Instant time) {
        return localized("yMMMd", time.atZone(zone));
    }

    /** "Tuesday 24 November 2026". */
    public String longDate(Instant time) {
        return time.atZone(zone)
                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(times()));
    }

    /** "Wed 18 Nov", for a chart's axis. */
    public String weekday(Instant time) {
        return localized("MMMEd", time.atZone(zone)).replace(",", "");
    }

    /** "Thu 19", for the days after the first. */
    public String weekdayShort(Instant time) {
        return localized("Ed", time.atZone(zone)).replace(",", "");
    }

    /** The whole truth, for tooltips: weekday, date, time to the second. */
    public String full(Instant time) {
        return time.atZone(zone)
                .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM)
                        .withLocale(times()));
    }

    /** Plain English has American dates in the JDK; the product's default is the international order and 24 hours. */
    private Locale times() {
        return locale.getCountry().isEmpty() && locale.getLanguage().equals("en") ? Locale.UK : locale;
    }

    private String localized(String skeleton, ZonedDateTime time) {
        return time.format(DateTimeFormatter.ofLocalizedPattern(skeleton).withLocale(times()));
    }

    private String pattern(String pattern, ZonedDateTime time) {
        return time.format(DateTimeFormatter.ofPattern(pattern, times()));
    }

    private String words(String key, long value) {
        return Messages.text(key, value);
    }
}
