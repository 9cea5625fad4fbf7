package steward.api;

import java.util.List;

/**
 * Plans and add-ons with their prices.
 */
public record Catalog(String currency, List<Plan> plans, List<AddOn> addOns) {
    public Catalog {
        Check.present("currency", currency);
        plans = List.copyOf(plans);
        addOns = List.copyOf(addOns);
    }
}
