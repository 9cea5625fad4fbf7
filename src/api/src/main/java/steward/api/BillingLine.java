package steward.api;

import java.time.Instant;

/**
 * A line of an invoice or a preview; amounts in minor units, negative for a credit.
 *
 * @param amount negative: a credit
 */
public record BillingLine(
        BillingItem item,
        PlanId plan,
        BillingInterval interval,
        int quantity,
        long unitPrice,
        long amount,
        Instant from,
        Instant to) {
    public BillingLine {
        Check.present("item", item);
        Check.present("plan", plan);
        Check.present("interval", interval);
        Check.present("from", from);
        Check.present("to", to);
    }
}
