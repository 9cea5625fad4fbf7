package steward.server.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import steward.api.AddOns;
import steward.api.BillingInterval;
import steward.api.PlanChoice;

/** Licenses that were bought during the demo's past. */
record Growth(Instant at, PlanChoice before) {
    private static final int ADDED = 2;

    static Optional<Growth> of(Blueprint blueprint, LocalDate today) {
        PlanChoice now = blueprint.choice();
        int licenses = now.addOns().licenses();
        if (licenses < 2 * ADDED || now.interval() == BillingInterval.YEARLY) return Optional.empty();
        LocalDate friday = today.minusDays(blueprint.acme() ? 1 : 20 + licenses)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
        AddOns fewer = new AddOns(
                licenses - ADDED, now.addOns().storage(), now.addOns().participants());
        PlanChoice before = new PlanChoice(now.plan(), now.interval(), fewer);
        return Optional.of(new Growth(friday.atTime(16, 4, 11).toInstant(Rhythm.ZONE), before));
    }

    static PlanChoice choiceAt(Blueprint blueprint, Optional<Growth> growth, Instant at) {
        return growth.filter(bought -> at.isBefore(bought.at()))
                .map(Growth::before)
                .orElse(blueprint.choice());
    }
}
