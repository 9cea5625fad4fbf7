package steward.server.billing;

import java.util.ArrayList;
import java.util.List;
import steward.api.AddOn;
import steward.api.AddOns;
import steward.api.BillingInterval;
import steward.api.BillingItem;
import steward.api.Catalog;
import steward.api.InvalidFieldException;
import steward.api.Plan;
import steward.api.PlanChoice;
import steward.api.PlanId;

/** The catalog as data, tax included, and what a choice costs and gives by it. */
public final class Prices {
    public static final String CURRENCY = "EUR";
    private static final long GB = 1_000_000_000L;
    private static final long TB = 1000 * GB;
    private static final AddOns NONE = new AddOns(0, 0, 0);

    private static final Catalog CATALOG = new Catalog(
            CURRENCY,
            List.of(
                    new Plan(PlanId.FREE, 0, 0, 1, 5 * GB, 100, 120, false),
                    new Plan(PlanId.PRO, 39_00, 390_00, 3, 250 * GB, 150, 2400, true),
                    new Plan(PlanId.BUSINESS, 249_00, 2490_00, 10, 2 * TB, 300, 2400, true)),
            List.of(
                    new AddOn(
                            BillingItem.LICENSES,
                            1,
                            2000,
                            List.of(new AddOn.Tier(1, 12_00, 120_00), new AddOn.Tier(41, 11_00, 110_00))),
                    new AddOn(
                            BillingItem.STORAGE,
                            TB,
                            100,
                            List.of(new AddOn.Tier(1, 20_00, 200_00), new AddOn.Tier(11, 17_00, 170_00))),
                    new AddOn(BillingItem.PARTICIPANTS, 100, 7, List.of(new AddOn.Tier(1, 15_00, 150_00)))));

    private Prices() {}

    public static Catalog catalog() {
        return CATALOG;
    }

    /**
     * The choice in its one form (Free knows no interval).
     *
     * @throws InvalidFieldException when the catalog does not sell it
     */
    static PlanChoice checked(PlanChoice choice) {
        if (!plan(choice.plan()).addOnsAllowed() && !choice.addOns().equals(NONE)) {
            throw new InvalidFieldException("addOns", "cannot be bought with this plan");
        }
        for (AddOn addOn : CATALOG.addOns()) {
            if (quantity(choice.addOns(), addOn.item()) > addOn.maximum()) {
                String field = "addOns." + addOn.item().name().toLowerCase(java.util.Locale.ROOT);
                throw new InvalidFieldException(field, "must be at most " + addOn.maximum());
            }
        }
        return choice.plan() == PlanId.FREE ? new PlanChoice(PlanId.FREE, BillingInterval.MONTHLY, NONE) : choice;
    }

    /** What is charged for a whole period; nothing that costs nothing. */
    static List<Charge> charges(PlanChoice choice) {
        List<Charge> charges = new ArrayList<>();
        Plan plan = plan(choice.plan());
        boolean monthly = choice.interval() == BillingInterval.MONTHLY;
        long price = monthly ? plan.monthlyPrice() : plan.yearlyPrice();
        charges.add(new Charge(BillingItem.PLAN, choice.plan(), choice.interval(), 1, price));
        for (AddOn addOn : CATALOG.addOns()) {
            int quantity = quantity(choice.addOns(), addOn.item());
            long unit = unitPrice(addOn, quantity, monthly);
            charges.add(new Charge(addOn.item(), choice.plan(), choice.interval(), quantity, unit));
        }
        charges.removeIf(charge -> charge.total() == 0);
        return charges;
    }

    public static long recurringTotal(PlanChoice choice) {
        return charges(choice).stream().mapToLong(Charge::total).sum();
    }

    static Entitlement gives(PlanChoice choice) {
        Plan plan = plan(choice.plan());
        long storage = plan.storageBytes();
        long participants = plan.participants();
        long licenses = plan.licenses();
        for (AddOn addOn : CATALOG.addOns()) {
            long more = addOn.unit() * quantity(choice.addOns(), addOn.item());
            switch (addOn.item()) {
                case LICENSES -> licenses += more;
                case STORAGE -> storage += more;
                case PARTICIPANTS -> participants += more;
                case PLAN -> throw new IllegalStateException("a plan is no add-on");
            }
        }
        return new Entitlement((int) licenses, storage, (int) participants, plan.meetingMinutes());
    }

    private static Plan plan(PlanId id) {
        return CATALOG.plans().get(id.ordinal());
    }

    private static int quantity(AddOns addOns, BillingItem item) {
        return switch (item) {
            case LICENSES -> addOns.licenses();
            case STORAGE -> addOns.storage();
            case PARTICIPANTS -> addOns.participants();
            case PLAN -> throw new IllegalArgumentException("a plan is no add-on");
        };
    }

    /** Volume prices: the tier of the whole quantity prices every unit of it. */
    private static long unitPrice(AddOn addOn, int quantity, boolean monthly) {
        AddOn.Tier tier = addOn.prices().getFirst();
        for (AddOn.Tier next : addOn.prices()) if (quantity >= next.from()) tier = next;
        return monthly ? tier.monthly() : tier.yearly();
    }
}
