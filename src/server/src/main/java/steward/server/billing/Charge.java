package steward.server.billing;

import java.time.Instant;
import steward.api.BillingInterval;
import steward.api.BillingItem;
import steward.api.BillingLine;
import steward.api.Money;
import steward.api.PlanId;

/** One item of a choice with its price for a whole period. */
record Charge(BillingItem item, PlanId plan, BillingInterval interval, int quantity, long unitPrice) {
    long total() {
        return Math.multiplyExact(unitPrice, quantity);
    }

    /** The whole period's line. */
    BillingLine full(Period period) {
        return line(total(), period.start(), period.end());
    }

    /** The line for the rest of a period from an instant on, rounded half up, once. */
    BillingLine rest(Period period, Instant from) {
        long share = new Money(total(), Prices.CURRENCY)
                .share(period.secondsFrom(from), period.seconds())
                .minor();
        return line(share, from, period.end());
    }

    /** What was paid for the rest of a period, given back. */
    BillingLine credit(Period period, Instant from) {
        BillingLine unused = rest(period, from);
        return line(-unused.amount(), unused.from(), unused.to());
    }

    /** Whether it costs the same as another for the same thing, so that a change from one to the other needs no line. */
    boolean sameAs(Charge other) {
        boolean samePlan = item != BillingItem.PLAN || plan == other.plan;
        return samePlan && item == other.item && quantity == other.quantity && unitPrice == other.unitPrice;
    }

    private BillingLine line(long amount, Instant from, Instant to) {
        return new BillingLine(item, plan, interval, quantity, unitPrice, amount, from, to);
    }
}
