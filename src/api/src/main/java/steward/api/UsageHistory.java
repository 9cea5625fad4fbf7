package steward.api;

import java.util.List;

/**
 * License usage over a span.
 */
public record UsageHistory(Resolution resolution, UsageSample now, List<UsageBucket> buckets) {
    public UsageHistory {
        Check.present("resolution", resolution);
        Check.present("now", now);
        buckets = List.copyOf(buckets);
    }
}
