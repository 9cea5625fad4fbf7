package steward.server.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import steward.api.Resolution;
import steward.api.UsageBucket;

class UsageBucketsTest {
    private static final Instant DAY = Instant.parse("2026-11-24T00:00:00Z");

    @Test
    void averageIsWeightedByTimeAndTheCurrentBucketEndsNow() {
        List<UsagePoint> points = List.of(point(0, 2), point(30 * 60, 4), point(70 * 60, 1));
        List<UsageBucket> buckets = UsageBuckets.of(
                Resolution.HOUR, DAY, at(3 * 3600), at(80 * 60), points, List.of(at(3599), at(3600), at(3601)));
        assertThat(buckets)
                .containsExactly(new UsageBucket(DAY, 4, 3.0, 20, 1), new UsageBucket(at(3600), 4, 2.5, 20, 2));
    }

    @Test
    void aBucketOfWhichNothingIsKnownHasNoFigures() {
        List<UsagePoint> points = List.of(point(0, 3), new UsagePoint(at(1800), null, 20), point(2 * 3600 + 1800, 1));
        List<UsageBucket> buckets = UsageBuckets.of(Resolution.HOUR, DAY, at(3 * 3600), at(9999999), points, List.of());
        assertThat(buckets)
                .containsExactly(
                        new UsageBucket(DAY, 3, 3.0, 20, 0),
                        new UsageBucket(at(3600), null, null, 20, 0),
                        new UsageBucket(at(7200), 1, 1.0, 20, 0));
    }

    @Test
    void aStartThisVeryInstantShowsInTheCurrentBucket() {
        List<UsagePoint> points = List.of(point(0, 0), point(600, 5));
        List<UsageBucket> buckets = UsageBuckets.of(Resolution.MINUTE, at(600), at(1200), at(600), points, List.of());
        assertThat(buckets).containsExactly(new UsageBucket(at(600), 5, 5.0, 20, 0));
    }

    @Test
    void beforeTheFirstPointThereIsNoBucket() {
        assertThat(UsageBuckets.of(Resolution.DAY, DAY, at(86400), at(99999999), List.of(), List.of()))
                .isEmpty();
        List<UsagePoint> founded = List.of(new UsagePoint(at(2 * 3600 + 1800), 0, 1), point(2 * 3600 + 2700, 2));
        assertThat(UsageBuckets.of(Resolution.HOUR, DAY, at(4 * 3600), at(99999999), founded, List.of()))
                .containsExactly(
                        new UsageBucket(at(2 * 3600), 2, 1.0, 20, 0), new UsageBucket(at(3 * 3600), 2, 2.0, 20, 0));
    }

    @Test
    void agreesWithCountingEverySecond() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Resolution resolution = Resolution.values()[random.nextInt(2)];
            List<UsagePoint> points = randomPoints(random);
            List<Instant> refused = randomInstants(random);
            Instant now = at(random.nextInt(4 * 3600));
            Instant from = at(random.nextInt(2 * 3600));
            Instant to = from.plusSeconds(random.nextInt(3 * 3600));
            List<UsageBucket> buckets = UsageBuckets.of(resolution, from, to, now, points, refused);
            List<UsageBucket> expected = new ArrayList<>();
            Instant start = UsageBuckets.start(resolution, from);
            for (; start.isBefore(to) && !start.isAfter(now); start = start.plus(UsageBuckets.width(resolution))) {
                naive(start, UsageBuckets.width(resolution), now, points, refused)
                        .ifPresent(expected::add);
            }
            assertThat(buckets)
                    .as("seed %s", seed)
                    .extracting(UsageBucket::start)
                    .containsExactlyElementsOf(
                            expected.stream().map(UsageBucket::start).toList());
            for (int i = 0; i < buckets.size(); i++) compare(buckets.get(i), expected.get(i), seed);
        }
    }

    private static void compare(UsageBucket bucket, UsageBucket expected, long seed) {
        assertThat(bucket.highest()).as("seed %s, %s", seed, bucket).isEqualTo(expected.highest());
        assertThat(bucket.owned()).as("seed %s, %s", seed, bucket).isEqualTo(expected.owned());
        assertThat(bucket.refused()).as("seed %s, %s", seed, bucket).isEqualTo(expected.refused());
        if (expected.average() == null) assertThat(bucket.average()).isNull();
        else assertThat(bucket.average()).isCloseTo(expected.average(), within(1e-9));
    }

    /** Looks at every second from the start to the end or now; the second that is now counts for highest only. */
    private static Optional<UsageBucket> naive(
            Instant start, Duration width, Instant now, List<UsagePoint> points, List<Instant> refused) {
        Integer highest = null;
        long sum = 0;
        long known = 0;
        Integer owned = null;
        for (Instant t = start; t.isBefore(start.plus(width)) && !t.isAfter(now); t = t.plusSeconds(1)) {
            UsagePoint held = held(points, t);
            if (held == null) continue;
            owned = held.owned();
            if (held.inUse() == null) continue;
            highest = highest == null ? held.inUse() : Integer.valueOf(Math.max(highest, held.inUse()));
            if (t.equals(now)) continue;
            sum += held.inUse();
            known++;
        }
        long count = refused.stream()
                .filter(at -> !at.isBefore(start) && at.isBefore(start.plus(width)))
                .count();
        Double average = known > 0 ? Double.valueOf((double) sum / known) : highest == null ? null : (double) highest;
        return owned == null
                ? Optional.empty()
                : Optional.of(new UsageBucket(start, highest, average, owned, (int) count));
    }

    /** Or null before the first. */
    private static UsagePoint held(List<UsagePoint> points, Instant at) {
        UsagePoint held = null;
        for (UsagePoint point : points) if (!point.at().isAfter(at)) held = point;
        return held;
    }

    private static List<UsagePoint> randomPoints(Random random) {
        List<UsagePoint> points = new ArrayList<>();
        int second = random.nextInt(3000);
        for (int i = random.nextInt(80); i > 0; i--) {
            Integer inUse = random.nextInt(5) == 0 ? null : Integer.valueOf(random.nextInt(20));
            points.add(new UsagePoint(at(second), inUse, 18 + random.nextInt(3)));
            second += 1 + random.nextInt(400);
        }
        return points;
    }

    private static List<Instant> randomInstants(Random random) {
        return random.ints(random.nextInt(20), 0, 4 * 3600)
                .sorted()
                .mapToObj(UsageBucketsTest::at)
                .toList();
    }

    private static UsagePoint point(long second, int inUse) {
        return new UsagePoint(at(second), inUse, 20);
    }

    private static Instant at(long second) {
        return DAY.plusSeconds(second);
    }
}
