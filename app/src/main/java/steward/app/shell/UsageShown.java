package steward.app.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import steward.api.Resolution;
import steward.api.Subscription;
import steward.api.UsageBucket;
import steward.api.UsageSample;
import steward.app.chart.UsageChart;
import steward.store.OrganizationData;

/**
 * License usage over a span that ends now, as a chart draws it.
 *
 * @param width of a bucket
 * @param buckets in time order, gaps without values included; each reaches to the next
 * @param until where the axis ends
 * @param now in use at this moment, unless that is not known
 */
public record UsageShown(Duration width, List<UsageBucket> buckets, Instant until, OptionalInt now) {

    public static final UsageShown NOTHING =
            new UsageShown(Duration.ofHours(1), List.of(), Instant.EPOCH, OptionalInt.empty());

    public UsageShown {
        buckets = List.copyOf(buckets);
    }

    /** What is stored, carried on by the live sample; blocks. */
    public static UsageShown read(OrganizationContext context, Resolution resolution, Duration length, Instant now) {
        OrganizationData data = context.data();
        Instant from = now.minus(length);
        UsageSample sample = data.lastSample().orElse(null);
        LiveAge age = LiveAge.of(data.liveAt().orElse(null), context.session().connection(), now);
        int owned = data.subscription().map(Subscription::licensesOwned).orElse(0);
        Duration width = width(resolution);
        List<UsageBucket> fetched = data.usage(resolution, from, now.plusSeconds(1));
        List<UsageBucket> line = new UsageLine(from, now, width).of(fetched, sample, age.at(), owned);
        boolean live = sample != null && !age.lost();
        return new UsageShown(width, line, now, live ? OptionalInt.of(sample.inUse()) : OptionalInt.empty());
    }

    public List<UsageChart.Bucket> forChart() {
        List<UsageChart.Bucket> all = new ArrayList<>(buckets.size());
        for (int i = 0; i < buckets.size(); i++) {
            UsageBucket bucket = buckets.get(i);
            all.add(new UsageChart.Bucket(
                    bucket.start(), end(i), bucket.highest(), bucket.average(), bucket.owned(), bucket.refused()));
        }
        return all;
    }

    /** The last bucket ends now, while it is not over. */
    private Instant end(int index) {
        if (index + 1 < buckets.size()) return buckets.get(index + 1).start();
        UsageBucket last = buckets.get(index);
        Instant whole = last.start().plus(width);
        boolean cut = last.highest() == null || whole.isAfter(until);
        return cut && until.isAfter(last.start()) ? until : whole;
    }

    private static Duration width(Resolution resolution) {
        return switch (resolution) {
            case MINUTE -> Duration.ofMinutes(1);
            case HOUR -> Duration.ofHours(1);
            case DAY -> Duration.ofDays(1);
        };
    }
}
