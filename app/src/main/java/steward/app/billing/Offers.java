package steward.app.billing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import steward.api.AddOn;
import steward.api.BillingInterval;
import steward.api.BillingItem;
import steward.api.Catalog;
import steward.api.Plan;
import steward.api.PlanId;

/**
 * What can be bought, and at which prices.
 *
 * @param catalog the server's, or null while it is not known
 */
record Offers(Catalog catalog) {

    /** In the catalog's order; every plan there is while the catalog is not known. */
    List<PlanId> plans() {
        return catalog == null
                ? Arrays.asList(PlanId.values())
                : catalog.plans().stream().map(Plan::id).toList();
    }

    /** What a plan costs a period, in minor units of the catalog's currency. */
    Optional<Long> price(PlanId plan, BillingInterval interval) {
        return plan(plan)
                .map(found -> interval == BillingInterval.MONTHLY ? found.monthlyPrice() : found.yearlyPrice());
    }

    /** An add-on, when it is sold with the plan. */
    Optional<AddOn> addOn(PlanId plan, BillingItem item) {
        return plan(plan).filter(Plan::addOnsAllowed).flatMap(found -> addOn(item));
    }

    Optional<AddOn> addOn(BillingItem item) {
        return catalog == null
                ? Optional.empty()
                : catalog.addOns().stream()
                        .filter(addOn -> addOn.item() == item)
                        .findFirst();
    }

    /** Whether the plan is known to sell no add-ons at all. */
    boolean refusesAddOns(PlanId plan) {
        return plan(plan).filter(found -> !found.addOnsAllowed()).isPresent();
    }

    /** What each one costs a period when so many are taken: the tier of the whole quantity. */
    static long unitPrice(AddOn addOn, int quantity, BillingInterval interval) {
        AddOn.Tier tier = addOn.prices().getFirst();
        for (AddOn.Tier next : addOn.prices()) {
            if (next.from() <= Math.max(1, quantity) && next.from() >= tier.from()) tier = next;
        }
        return interval == BillingInterval.MONTHLY ? tier.monthly() : tier.yearly();
    }

    private Optional<Plan> plan(PlanId plan) {
        return catalog == null
                ? Optional.empty()
                : catalog.plans().stream().filter(each -> each.id() == plan).findFirst();
    }
}
