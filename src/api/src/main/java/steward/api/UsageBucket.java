package steward.api;

import java.time.Instant;

/**
 * License usage in one bucket.
 *
 * @param highest null: not known
 * @param average or null
 */
public record UsageBucket(Instant start, Integer highest, Double average, int owned, int refused) {
    public UsageBucket {
        Check.present("start", start);
    }
}
