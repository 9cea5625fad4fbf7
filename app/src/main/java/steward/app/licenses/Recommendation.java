package steward.app.licenses;

import java.time.Duration;
import java.time.Instant;
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
 * @param wanted the most meetings wanted at once
 * @param lastRefusal when a start was last refused
 * @param monthly what they cost more a period, in minor units; empty when the plan sells none
 */
record Recommendation(int more, int wanted, int owned, Instant lastRefusal, Optional<Long> monthly) {

    /** Starts refused this close to each other were wanted at once. */
    private static final Duration TOGETHER = Duration.ofMinutes(30);

    private static final Duration LOOKED_AT = Duration.ofDays(30);

    static Optional<Recommendation> of(
            List<RefusedStart> refused, Subscription subscription, Catalog catalog, Instant now) {
        List<RefusedStart> recent = refused.stream()
                .filter(start -> start.at().isAfter(now.minus(LOOKED_AT)))
                .toList();
        if (recent.isEmpty()) return Optional.empty();
        int wanted = recent.stream()
                .mapToInt(start -> start.inUse() + together(recent, start.at()))
                .max()
                .orElseThrow();
        int more = wanted - subscription.licensesOwned();
        if (more < 1) return Optional.empty();
        Instant last =
                recent.stream().map(RefusedStart::at).max(Instant::compareTo).orElseThrow();
        return Optional.of(new Recommendation(
                more, wanted, subscription.licensesOwned(), last, cost(subscription, catalog, more)));
    }

    private static int together(List<RefusedStart> refused, Instant at) {
        return (int) refused.stream()
                .filter(other -> !other.at().isAfter(at) && other.at().isAfter(at.minus(TOGETHER)))
                .count();
    }

    private static Optional<Long> cost(Subscription subscription, Catalog catalog, int more) {
        if (catalog == null) return Optional.empty();
        boolean allowed = catalog.plans().stream()
                .anyMatch(plan -> plan.id() == subscription.choice().plan() && plan.addOnsAllowed());
        return catalog.addOns().stream()
                .filter(addOn -> allowed && addOn.item() == BillingItem.LICENSES)
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
