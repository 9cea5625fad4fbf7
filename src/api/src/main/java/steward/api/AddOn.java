package steward.api;

import java.util.List;

/**
 * Something that can be bought on top of a plan.
 *
 * @param unit what one gives: licenses, bytes or participants
 * @param prices volume prices: the tier of the whole quantity prices every unit of it
 */
public record AddOn(BillingItem item, long unit, int maximum, List<Tier> prices) {
    public AddOn {
        Check.present("item", item);
        prices = List.copyOf(prices);
    }

    /**
     * The unit prices from a quantity on, in minor units.
     */
    public record Tier(int from, long monthly, long yearly) {}
}
