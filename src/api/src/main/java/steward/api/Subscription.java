package steward.api;

import java.time.Instant;

/**
 * What an organization pays for and gets.
 *
 * @param dunning or null
 */
public record Subscription(
        PlanChoice choice,
        String currency,
        long recurringTotal,
        Instant periodStart,
        Instant periodEnd,
        int licensesOwned,
        long storageBytes,
        int participantLimit,
        int meetingMinutes,
        BillingState state,
        Dunning dunning,
        int refusedRecordings,
        long version) {
    public Subscription {
        Check.present("choice", choice);
        Check.present("currency", currency);
        Check.present("periodStart", periodStart);
        Check.present("periodEnd", periodEnd);
        Check.present("state", state);
    }
}
