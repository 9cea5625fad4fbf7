package steward.app.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Maps times to x, and chooses round times for the axis. */
record TimeScale(Instant from, Instant to, double left, double width) {
    private static final int[] MINUTES = {5, 10, 15, 30, 60, 120, 180, 360, 720};

    double x(Instant time) {
        double span = Math.max(1, Duration.between(from, to).toMillis());
        return left + width * Duration.between(from, time).toMillis() / span;
    }

    Instant time(double x) {
        double share = (x - left) / Math.max(1, width);
        return from.plusMillis(Math.round(share * Duration.between(from, to).toMillis()));
    }

    /** Whether the axis names days rather than hours. */
    boolean byDay() {
        return Duration.between(from, to).toHours() > 48;
    }

    /** Starts of days or round hours, at least {@code gap} px apart. */
    List<Instant> ticks(ZoneId zone, double gap) {
        return byDay() ? days(zone, gap) : minutes(zone, gap);
    }

    private List<Instant> days(ZoneId zone, double gap) {
        double days = Math.max(1, Duration.between(from, to).toHours() / 24.0);
        int step = Math.max(1, (int) Math.ceil(gap / (width / days)));
        List<Instant> ticks = new ArrayList<>();
        ZonedDateTime day = from.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        if (day.toInstant().isBefore(from)) {
            day = day.plusDays(1);
        }
        for (; day.toInstant().isBefore(to); day = day.plusDays(step)) {
            ticks.add(day.toInstant());
        }
        return ticks;
    }

    private List<Instant> minutes(ZoneId zone, double gap) {
        double perMinute = width / Math.max(1, Duration.between(from, to).toMinutes());
        int step = MINUTES[MINUTES.length - 1];
        for (int i = MINUTES.length - 1; i >= 0 && MINUTES[i] * perMinute >= gap; i--) {
            step = MINUTES[i];
        }
        List<Instant> ticks = new ArrayList<>();
        ZonedDateTime start = from.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        long first = Math.ceilDiv(Duration.between(start.toInstant(), from).toMinutes(), step);
        for (long i = first; ; i++) {
            Instant tick = start.plusMinutes(i * step).toInstant();
            if (tick.isAfter(to)) {
                return ticks;
            }
            if (!tick.isBefore(from)) {
                ticks.add(tick);
            }
        }
    }
}
