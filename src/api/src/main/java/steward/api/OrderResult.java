package steward.api;

/**
 * What applying a choice made.
 *
 * @param invoice or null
 * @param scheduledChange or null
 */
public record OrderResult(Subscription subscription, Invoice invoice, ScheduledChange scheduledChange) {
    public OrderResult {
        Check.present("subscription", subscription);
    }
}
