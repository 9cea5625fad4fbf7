package steward.server.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.api.Resolution;
import steward.api.UsageBucket;

/**
 * Buckets of usage computed from change points, exactly: the highest value that held in a bucket for any time or began
 * in it, the average weighted by the time each value held. What is not known counts for neither; a bucket of which
 * nothing is known has neither. The current bucket ends now; buckets that begin after now are left out, and so are those
 * that end before the first point, when there was no organization yet.
 */
final class UsageBuckets {
    private final List<UsagePoint> points;
    private final List<Instant> refused;
    private int nextPoint;
    private int nextRefused;
    /** Or null before the first point. */
    private UsagePoint held;

    private UsageBuckets(List<UsagePoint> points, List<Instant> refused) {
        this.points = points;
        this.refused = refused;
    }

    /**
     * @param points in order; the last one at or before the first bucket's start is among them, if there is one
     * @param refused in order
     */
    static List<UsageBucket> of(
            Resolution resolution,
            Instant from,
            Instant to,
            Instant now,
            List<UsagePoint> points,
            List<Instant> refused) {
        Instant start = start(resolution, from);
        Instant stop = to.isAfter(now) ? now.plusNanos(1) : to;
        UsageBuckets series = new UsageBuckets(points, refused);
        List<UsageBucket> buckets = new ArrayList<>();
        for (Instant at = start; at.isBefore(stop); at = at.plus(width(resolution))) {
            Instant end = at.plus(width(resolution));
            series.bucket(at, end.isAfter(now) ? now : end, end).ifPresent(buckets::add);
        }
        return buckets;
    }

    static Instant start(Resolution resolution, Instant from) {
        return from.truncatedTo(
                switch (resolution) {
                    case MINUTE -> ChronoUnit.MINUTES;
                    case HOUR -> ChronoUnit.HOURS;
                    case DAY -> ChronoUnit.DAYS;
                });
    }

    static Duration width(Resolution resolution) {
        return switch (resolution) {
            case MINUTE -> Duration.ofMinutes(1);
            case HOUR -> Duration.ofHours(1);
            case DAY -> Duration.ofDays(1);
        };
    }

    /** The bucket from start to end, of which the time until {@code known} has passed; nothing before the first point. */
    private Optional<UsageBucket> bucket(Instant start, Instant known, Instant end) {
        skipTo(start);
        Sum sum = new Sum();
        sum.begin(held);
        Instant since = start;
        while (nextPoint < points.size() && begins(points.get(nextPoint), known, end)) {
            UsagePoint point = points.get(nextPoint++);
            sum.hold(held, Duration.between(since, point.at()));
            held = point;
            since = point.at();
            sum.begin(held);
        }
        sum.hold(held, Duration.between(since, known));
        if (held == null) return Optional.empty();
        return Optional.of(new UsageBucket(start, sum.highest, sum.average(), held.owned(), refusedBefore(end)));
    }

    /** A point of this very instant counts in the current bucket. */
    private static boolean begins(UsagePoint point, Instant known, Instant end) {
        return point.at().isBefore(end) && !point.at().isAfter(known);
    }

    private void skipTo(Instant start) {
        while (nextPoint < points.size() && !points.get(nextPoint).at().isAfter(start)) held = points.get(nextPoint++);
        while (nextRefused < refused.size() && refused.get(nextRefused).isBefore(start)) nextRefused++;
    }

    private int refusedBefore(Instant end) {
        int first = nextRefused;
        while (nextRefused < refused.size() && refused.get(nextRefused).isBefore(end)) nextRefused++;
        return nextRefused - first;
    }

    /** What is known of one bucket so far. */
    private static final class Sum {
        private Integer highest;
        private long weighted;
        private long millis;

        void begin(UsagePoint point) {
            if (known(point)) highest = highest == null ? point.inUse() : Math.max(highest, point.inUse());
        }

        void hold(UsagePoint point, Duration time) {
            if (!known(point)) return;
            weighted += time.toMillis() * point.inUse();
            millis += time.toMillis();
        }

        private static boolean known(UsagePoint point) {
            return point != null && point.inUse() != null;
        }

        /** Without any known time, the value that began. */
        Double average() {
            if (millis > 0) return (double) weighted / millis;
            return highest == null ? null : Double.valueOf(highest);
        }
    }
}
