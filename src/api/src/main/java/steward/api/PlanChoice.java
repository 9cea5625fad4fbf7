package steward.api;

/**
 * What one can subscribe to.
 */
public record PlanChoice(PlanId plan, BillingInterval interval, AddOns addOns) {
    public PlanChoice {
        Check.present("plan", plan);
        Check.present("interval", interval);
        Check.present("addOns", addOns);
    }
}
