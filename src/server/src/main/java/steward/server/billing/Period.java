package steward.server.billing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import steward.api.BillingInterval;

/** A billing period in whole seconds; the end is outside it. */
record Period(Instant start, Instant end) {
    Period {
        if (!end.isAfter(start)) throw new IllegalArgumentException("a period ends after it starts");
    }

    /** The first period of a subscription that starts now. */
    static Period first(Instant start, BillingInterval interval) {
        Instant anchor = start.truncatedTo(ChronoUnit.SECONDS);
        return new Period(anchor, after(anchor, interval, anchor));
    }

    /** The period after this one; the anchor keeps a subscription of the 31st from sliding to the 28th for good. */
    Period next(Instant anchor, BillingInterval interval) {
        return new Period(end, after(anchor, interval, end));
    }

    long seconds() {
        return Duration.between(start, end).toSeconds();
    }

    long secondsFrom(Instant at) {
        return Duration.between(at, end).toSeconds();
    }

    boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    private static Instant after(Instant anchor, BillingInterval interval, Instant start) {
        LocalDateTime from = LocalDateTime.ofInstant(anchor, ZoneOffset.UTC);
        int step = interval == BillingInterval.MONTHLY ? 1 : 12;
        long passed = from.until(LocalDateTime.ofInstant(start, ZoneOffset.UTC), ChronoUnit.MONTHS) / step;
        Instant end = anchor;
        for (long n = Math.max(0, passed - 1); !end.isAfter(start); n++) {
            end = from.plusMonths(n * step).toInstant(ZoneOffset.UTC);
        }
        return end;
    }
}
