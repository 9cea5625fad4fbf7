package steward.server.billing;

import java.time.Instant;
import java.util.Random;
import steward.api.AddOns;
import steward.api.BillingInterval;
import steward.api.PlanChoice;
import steward.api.PlanId;

/** Seeded choices, standings and instants. */
final class RandomChoices {
    private RandomChoices() {}

    static PlanChoice choice(Random random) {
        PlanId plan = PlanId.values()[random.nextInt(3)];
        BillingInterval interval = BillingInterval.values()[random.nextInt(4) / 3];
        AddOns addOns = new AddOns(random.nextInt(60), random.nextInt(15), random.nextInt(8));
        return Prices.checked(new PlanChoice(plan, interval, plan == PlanId.FREE ? new AddOns(0, 0, 0) : addOns));
    }

    static Standing standing(Random random, Instant around) {
        return Standing.starting(choice(random), around.plusSeconds(random.nextInt(5_000_000)));
    }

    static Instant within(Random random, Period period) {
        return period.start().plusSeconds(random.nextLong(period.seconds()));
    }
}
