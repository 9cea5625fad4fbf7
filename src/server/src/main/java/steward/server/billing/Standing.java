package steward.server.billing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import steward.api.BillingInterval;
import steward.api.PlanChoice;
import steward.api.PlanId;

/**
 * Where a subscription stands: what is paid for, for which period.
 *
 * @param anchor the instant periods are counted from
 */
record Standing(PlanChoice choice, Instant anchor, Period period) {
    static Standing starting(PlanChoice choice, Instant at) {
        Instant anchor = at.truncatedTo(ChronoUnit.SECONDS);
        return new Standing(choice, anchor, Period.first(anchor, choice.interval()));
    }

    boolean free() {
        return choice.plan() == PlanId.FREE;
    }

    /** The standing in the next period, with the scheduled choice if there is one (or null). */
    Standing renewed(PlanChoice scheduled) {
        PlanChoice next = scheduled == null ? choice : scheduled;
        boolean sameCycle = next.interval() == choice.interval() && (next.plan() == PlanId.FREE) == free();
        Instant from = sameCycle ? anchor : period.end();
        return new Standing(next, from, period.next(from, next.interval()));
    }

    /** The standing after an immediate change at an instant. */
    Standing changedTo(PlanChoice next, Instant at) {
        return startsNewPeriod(next) ? starting(next, at) : new Standing(next, anchor, period);
    }

    /** Free to paid, and from months to years, a new period starts that instant. */
    boolean startsNewPeriod(PlanChoice next) {
        boolean longer = choice.interval() == BillingInterval.MONTHLY && next.interval() == BillingInterval.YEARLY;
        return next.plan() != PlanId.FREE && (free() || longer);
    }
}
