package steward.server.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import steward.api.AddOns;
import steward.api.BillingInterval;
import steward.api.BillingItem;
import steward.api.BillingLine;
import steward.api.PlanChoice;
import steward.api.PlanId;

class ProrationTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void licensesAddedAcrossATierCostWhatTheDesignShows() {
        Instant at = Instant.parse("2026-11-24T14:32:08.900Z");
        Quote quote = Proration.quote(standing(business(40)), business(48), at);
        Instant second = Instant.parse("2026-11-24T14:32:08Z");
        assertThat(quote.lines())
                .containsExactly(licenses(48, 11_00, 112_54, second), licenses(40, 12_00, -102_31, second));
        assertThat(quote.dueNow()).isEqualTo(10_23);
        assertThat(quote.nextInvoiceAt()).isEqualTo(DECEMBER);
        assertThat(quote.nextInvoiceTotal()).isEqualTo(777_00);
        assertThat(quote.immediate()).isTrue();
    }

    @Test
    void aCheaperTierNeverPaysOut() {
        Quote quote = Proration.quote(standing(business(40)), business(41), NOVEMBER);
        assertThat(quote.dueNow()).isZero();
        assertThat(quote.lines()).extracting(BillingLine::amount).containsExactly(451_00L, -451_00L);
    }

    @Test
    void fewerLicensesWaitForTheEnd() {
        Quote quote = Proration.quote(standing(business(10)), business(9), NOVEMBER.plusSeconds(5));
        assertThat(quote.immediate()).isFalse();
        assertThat(quote.effectiveAt()).isEqualTo(DECEMBER);
        assertThat(quote.lines()).isEmpty();
        assertThat(quote.dueNow()).isZero();
        assertThat(quote.nextInvoiceTotal()).isEqualTo(249_00 + 9 * 12_00);
    }

    @Test
    void freeToPaidStartsAPeriodThatInstant() {
        Instant at = Instant.parse("2026-11-30T12:00:00.5Z");
        Quote quote = Proration.quote(standing(free()), business(2), at);
        Instant second = Instant.parse("2026-11-30T12:00:00Z");
        assertThat(quote.after().period()).isEqualTo(new Period(second, Instant.parse("2026-12-30T12:00:00Z")));
        assertThat(quote.dueNow()).isEqualTo(249_00 + 24_00);
        assertThat(quote.nextInvoiceAt()).isEqualTo(quote.after().period().end());
    }

    @Test
    void monthlyToYearlyIsNowAndYearlyToMonthlyAtTheEnd() {
        Instant half = Instant.parse("2026-11-16T00:00:00Z");
        PlanChoice yearly = new PlanChoice(PlanId.BUSINESS, BillingInterval.YEARLY, new AddOns(0, 0, 0));
        Quote there = Proration.quote(standing(business(0)), yearly, half);
        assertThat(there.dueNow()).isEqualTo(2490_00 - 124_50);
        assertThat(there.after().period().end()).isEqualTo(Instant.parse("2027-11-16T00:00:00Z"));
        Quote back = Proration.quote(there.after(), business(0), half.plusSeconds(60));
        assertThat(back.immediate()).isFalse();
        assertThat(back.effectiveAt()).isEqualTo(there.after().period().end());
    }

    @Test
    void cancelingIsTheFreePlanAtTheEnd() {
        Quote quote = Proration.quote(standing(business(3)), free(), NOVEMBER.plusSeconds(1));
        assertThat(quote.immediate()).isFalse();
        assertThat(quote.nextInvoiceTotal()).isZero();
        assertThat(standing(business(3)).renewed(free()).choice()).isEqualTo(free());
    }

    @Test
    void aPeriodAnchoredOnThe31stReturnsToThe31st() {
        Standing standing = Standing.starting(business(0), Instant.parse("2027-01-31T10:00:00Z"));
        Standing february = standing.renewed(null);
        Standing march = february.renewed(null);
        assertThat(standing.period().end()).isEqualTo(Instant.parse("2027-02-28T10:00:00Z"));
        assertThat(february.period().end()).isEqualTo(Instant.parse("2027-03-31T10:00:00Z"));
        assertThat(march.period().end()).isEqualTo(Instant.parse("2027-04-30T10:00:00Z"));
    }

    @Test
    void linesSumUpAndNothingIsEverPaidOut() {
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            Standing now = RandomChoices.standing(random, NOVEMBER);
            PlanChoice wanted = RandomChoices.choice(random);
            Instant at = RandomChoices.within(random, now.period());
            Quote quote = Proration.quote(now, wanted, at);
            long sum = quote.lines().stream().mapToLong(BillingLine::amount).sum();
            assertThat(sum).as("seed %s", seed).isEqualTo(quote.dueNow()).isGreaterThanOrEqualTo(0);
            assertThat(quote).as("seed %s: computed twice", seed).isEqualTo(Proration.quote(now, wanted, at));
            if (!quote.immediate())
                assertThat(quote.lines()).as("seed %s", seed).isEmpty();
            if (quote.immediate())
                assertThat(atLeast(wanted, now.choice())).as("seed %s", seed).isTrue();
        }
    }

    /** A line split at any instant costs the whole within one rounding a part. */
    @Test
    void splittingALineLosesNothing() {
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            Standing standing = RandomChoices.standing(random, NOVEMBER);
            if (standing.free()) continue;
            Charge charge = Prices.charges(standing.choice()).getFirst();
            Period period = standing.period();
            Instant at = RandomChoices.within(random, period);
            long rest = charge.rest(period, at).amount();
            long used = charge.total() - rest;
            assertThat(charge.credit(period, at).amount()).isEqualTo(-rest);
            assertThat(charge.rest(period, period.start()).amount()).isEqualTo(charge.total());
            double exact = (double) charge.total() * period.secondsFrom(at) / period.seconds();
            assertThat((double) rest).as("seed %s", seed).isBetween(exact - 0.5000001, exact + 0.5000001);
            assertThat(used).as("seed %s", seed).isBetween(0L, charge.total());
        }
    }

    /** Within one period and one tier, adding licenses one by one costs what adding them at once costs, a cent a step. */
    @Test
    void addingOneByOneCostsWhatAddingAtOnceCosts() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int from = random.nextInt(10);
            int steps = 1 + random.nextInt(20);
            Instant at = RandomChoices.within(random, new Period(NOVEMBER, DECEMBER));
            long once = Proration.quote(standing(business(from)), business(from + steps), at)
                    .dueNow();
            Standing standing = standing(business(from));
            long oneByOne = 0;
            for (int i = 1; i <= steps; i++) {
                Quote quote = Proration.quote(standing, business(from + i), at);
                oneByOne += quote.dueNow();
                standing = quote.after();
            }
            assertThat(oneByOne).as("seed %s", seed).isBetween(once - 1, once + 1);
        }
    }

    private static boolean atLeast(PlanChoice a, PlanChoice b) {
        return a.plan().compareTo(b.plan()) >= 0 && Entitlement.of(a).atLeast(Entitlement.of(b));
    }

    private static BillingLine licenses(int quantity, long unit, long amount, Instant from) {
        return new BillingLine(
                BillingItem.LICENSES, PlanId.BUSINESS, BillingInterval.MONTHLY, quantity, unit, amount, from, DECEMBER);
    }

    private static Standing standing(PlanChoice choice) {
        return Standing.starting(choice, NOVEMBER);
    }

    private static PlanChoice business(int licenses) {
        return new PlanChoice(PlanId.BUSINESS, BillingInterval.MONTHLY, new AddOns(licenses, 0, 0));
    }

    private static PlanChoice free() {
        return new PlanChoice(PlanId.FREE, BillingInterval.MONTHLY, new AddOns(0, 0, 0));
    }
}
