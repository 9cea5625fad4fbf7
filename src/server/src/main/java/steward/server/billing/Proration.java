package steward.server.billing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import steward.api.BillingInterval;
import steward.api.BillingLine;
import steward.api.PlanChoice;

/**
 * The arithmetic of a change, by the second over the billing period, in exact integers, rounded half up once a line.
 *
 * <p>A change is immediate when nothing gets less: plan, licenses, storage, participants, length of the interval;
 * otherwise all of it waits for the period's end. An immediate change can still cost less than what it replaces, when
 * it reaches a cheaper volume tier: nothing is paid out or carried over, so credits count only up to the charges, and
 * the lines always sum up to what is due.
 */
final class Proration {
    private Proration() {}

    /** What a change to a choice costs at an instant within the period; the fraction of the second is dropped. */
    static Quote quote(Standing now, PlanChoice wanted, Instant at) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        long recurring = Prices.recurringTotal(wanted);
        if (!immediate(now.choice(), wanted)) {
            Instant end = now.period().end();
            return new Quote(now, false, end, List.of(), 0, end, recurring);
        }
        Standing after = now.changedTo(wanted, second);
        List<BillingLine> lines = capped(lines(now, after, second));
        long due = lines.stream().mapToLong(BillingLine::amount).sum();
        return new Quote(after, true, second, lines, due, after.period().end(), recurring);
    }

    private static boolean immediate(PlanChoice now, PlanChoice wanted) {
        boolean shorter = now.interval() == BillingInterval.YEARLY && wanted.interval() == BillingInterval.MONTHLY;
        return !shorter
                && wanted.plan().compareTo(now.plan()) >= 0
                && Prices.gives(wanted).atLeast(Prices.gives(now));
    }

    private static List<BillingLine> lines(Standing before, Standing after, Instant at) {
        List<Charge> old = Prices.charges(before.choice());
        List<Charge> wanted = Prices.charges(after.choice());
        List<BillingLine> lines = new ArrayList<>();
        if (before.startsNewPeriod(after.choice())) {
            wanted.forEach(charge -> lines.add(charge.full(after.period())));
            old.forEach(charge -> lines.add(charge.credit(before.period(), at)));
            return lines;
        }
        wanted.stream()
                .filter(charge -> old.stream().noneMatch(charge::sameAs))
                .forEach(charge -> lines.add(charge.rest(after.period(), at)));
        old.stream()
                .filter(charge -> wanted.stream().noneMatch(charge::sameAs))
                .forEach(charge -> lines.add(charge.credit(before.period(), at)));
        return lines;
    }

    /** Cuts credits, the last first, until the sum is not below zero. */
    private static List<BillingLine> capped(List<BillingLine> lines) {
        List<BillingLine> result = new ArrayList<>(lines);
        long excess = -lines.stream().mapToLong(BillingLine::amount).sum();
        for (int i = result.size() - 1; i >= 0 && excess > 0; i--) {
            BillingLine line = result.get(i);
            long cut = Math.min(excess, Math.max(0, -line.amount()));
            excess -= cut;
            result.set(i, withAmount(line, line.amount() + cut));
        }
        return List.copyOf(result);
    }

    private static BillingLine withAmount(BillingLine line, long amount) {
        return new BillingLine(
                line.item(),
                line.plan(),
                line.interval(),
                line.quantity(),
                line.unitPrice(),
                amount,
                line.from(),
                line.to());
    }
}
