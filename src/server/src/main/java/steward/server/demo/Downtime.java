package steward.server.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The one gap in the demo's past: nobody was looking in the small hours of the Sunday before. */
record Downtime(Instant from, Instant to) {
    static Downtime before(LocalDate today) {
        LocalDate sunday = today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
        Instant from = sunday.atTime(2, 10).toInstant(Rhythm.ZONE);
        return new Downtime(from, from.plus(Duration.ofMinutes(330)));
    }

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
