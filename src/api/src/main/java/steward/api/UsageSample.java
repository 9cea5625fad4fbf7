package steward.api;

import java.time.Instant;

/**
 * License usage at an instant.
 */
public record UsageSample(Instant at, int inUse, int owned) {
    public UsageSample {
        Check.present("at", at);
    }
}
