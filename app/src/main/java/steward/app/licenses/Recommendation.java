package steward.app.licenses;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import steward.api.AddOn;
import steward.api.BillingInterval;
import steward.api.BillingItem;
import steward.api.Catalog;
import steward.api.RefusedStart;
import steward.api.Subscription;

/**
 * How many more licenses would have let every start of the last 30 days happen.
 *
 * @param more licenses to add, at least 1
 * @param wanted the most meetings wanted at once: those that ran and those that were refused then
 * @param ran how many of them ran
 * @param lastRefusal when a start was last refused
 * @param price what they cost more a period, in minor units; empty when the plan sells none
 */
record Recommendation(int more, int wanted, int ran, Instant lastRefusal, Optional<Long> price) {

    /** Starts refused this close to each other were wanted at once. */
    private static final Duration TOGETHER = Duration.ofMinutes(30);

    private static final Duration LOOKED_AT = Duration.ofDays(30);

    static Optional<Recommendation> of(
            List<RefusedStart> refused, Subscription subscription, Catalog catalog, Instant now) {
        List<RefusedStart> recent = refused.stream()
                .filter(start -> start.at().isAfter(now.minus(LOOKED_AT)))
                .toList();
        if (recent.isEmpty()) return Optional.empty();
        RefusedStart worst = recent.stream()
                .max(Comparator.comparingInt(start -> wanted(recent, start)))
                .orElseThrow();
        int more = wanted(recent, worst) - subscription.licensesOwned();
        if (more < 1) return Optional.empty();
        Instant last =
                recent.stream().map(RefusedStart::at).max(Instant::compareTo).orElseThrow();
        return Optional.of(new Recommendation(
                more, wanted(recent, worst), worst.inUse(), last, cost(subscription, catalog, more)));
    }

    /** Somebody who tried three times wanted one meeting. */
    private static int wanted(List<RefusedStart> refused, RefusedStart start) {
        long people = refused.stream()
                .filter(other -> !other.at().isAfter(start.at())
                        && other.at().isAfter(start.at().minus(TOGETHER)))
                .map(RefusedStart::who)
                .distinct()
                .count();
        return start.inUse() + (int) people;
    }

    private static Optional<Long> cost(Subscription subscription, Catalog catalog, int more) {
        if (catalog == null) return Optional.empty();
        boolean allowed = catalog.plans().stream()
                .anyMatch(plan -> plan.id() == subscription.choice().plan() && plan.addOnsAllowed());
        return catalog.addOns().stream()
                .filter(addOn -> allowed && addOn.item() == BillingItem.LICENSES)
                .filter(addOn -> subscription.choice().addOns().licenses() + more <= addOn.maximum())
                .findFirst()
                .map(addOn -> {
                    int now = subscription.choice().addOns().licenses();
                    return price(addOn, subscription, now + more) - price(addOn, subscription, now);
                });
    }

    private static long price(AddOn addOn, Subscription subscription, int quantity) {
        boolean monthly = subscription.choice().interval() == BillingInterval.MONTHLY;
        return addOn.prices().stream()
                .filter(tier -> tier.from() <= quantity)
                .reduce((lower, higher) -> higher.from() > lower.from() ? higher : lower)
                .map(tier -> quantity * (monthly ? tier.monthly() : tier.yearly()))
                .orElse(0L);
    }
}
