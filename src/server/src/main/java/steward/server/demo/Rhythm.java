package steward.server.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How busy people are by the hour and the day of the week, in the time of Central Europe. */
final class Rhythm {
    static final ZoneOffset ZONE = ZoneOffset.ofHours(1);
    private static final int[] PERCENT = {
        2, 1, 1, 1, 1, 2, 5, 20, 55, 90, 100, 92, 50, 65, 96, 82, 55, 32, 20, 18, 12, 6, 3, 2
    };

    private Rhythm() {}

    /** From 0 to 1, the busiest hour of a week. */
    static double at(LocalDate day, int hour) {
        return PERCENT[hour] / 100.0 * ofDay(day.getDayOfWeek());
    }

    private static double ofDay(DayOfWeek day) {
        return switch (day) {
            case FRIDAY -> 0.85;
            case SATURDAY -> 0.2;
            case SUNDAY -> 0.14;
            case MONDAY, WEDNESDAY -> 0.95;
            case TUESDAY, THURSDAY -> 1.0;
        };
    }
}
