package steward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import steward.api.AddOns;
import steward.api.BillingInterval;
import steward.api.BillingState;
import steward.api.CollectionName;
import steward.api.Invoice;
import steward.api.InvoiceState;
import steward.api.Json;
import steward.api.PlanChoice;
import steward.server.billing.Entitlement;
import steward.server.billing.Ledger;
import steward.server.billing.Prices;

/** The subscription of an organization with its invoices, cards and, in one, the change that waits. */
final class Contracts {
    private static final Duration GRACE = Duration.ofDays(7);
    private static final Duration RETRY = Duration.ofDays(2);
    private static final String WITH_SCHEDULED_CHANGE = "jadran";

    private final Ground ground;
    private final Dice dice;
    private final Optional<Growth> growth;
    private final boolean dunning;

    private Contracts(Ground ground) {
        this.ground = ground;
        this.dice = ground.dice("billing");
        this.growth = Growth.of(ground.blueprint, ground.today());
        this.dunning = ground.blueprint.kind() == Blueprint.Kind.DUNNING;
    }

    static void sign(Ground ground, List<Person> people) {
        new Contracts(ground).sign(people.getFirst());
    }

    private void sign(Person owner) {
        List<Ledger.Ordered> orders = new ArrayList<>();
        PlanChoice choice = ground.blueprint.choice();
        orders.add(new Ledger.Ordered(start(), growth.map(Growth::before).orElse(choice)));
        growth.ifPresent(bought -> orders.add(new Ledger.Ordered(bought.at(), choice)));
        Ledger ledger = Ledger.of(ground.blueprint.slug(), orders, ground.now, dice::id);
        Optional<Invoice> unpaid =
                dunning ? Optional.of(failed(ledger.invoices().getLast())) : Optional.empty();
        List<Invoice> invoices = new ArrayList<>(ledger.invoices());
        unpaid.ifPresent(invoice -> invoices.set(invoices.size() - 1, invoice));
        invoices.forEach(this::invoice);
        subscription(ledger, unpaid);
        if (ground.blueprint.paid()) cards();
        if (ground.blueprint.slug().equals(WITH_SCHEDULED_CHANGE)) schedule(ledger, owner);
        growth.ifPresent(bought -> ground.audit(
                dice,
                owner,
                new Ground.Deed(
                        bought.at(),
                        "subscription.change",
                        "subscription",
                        ground.orgId,
                        "Subscription",
                        Json.mapper().writeValueAsString(choice))));
    }

    /** Free from the beginning; paid since more than a year, of the indebted one a period began three days ago. */
    private Instant start() {
        if (!ground.blueprint.paid()) return ground.createdAt;
        LocalDate today = LocalDate.ofInstant(ground.now, ZoneOffset.UTC);
        boolean yearly = ground.blueprint.choice().interval() == BillingInterval.YEARLY;
        if (dunning) return today.minusDays(3).minusMonths(12).atTime(6, 0).toInstant(ZoneOffset.UTC);
        LocalDate first = today.minusMonths(yearly ? 13 + dice.below(9) : 13);
        int day = ground.blueprint.acme() ? 1 : 1 + dice.below(28);
        return first.withDayOfMonth(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private Invoice failed(Invoice last) {
        return new Invoice(
                last.id(),
                last.number(),
                last.issuedAt(),
                last.lines(),
                last.total(),
                last.currency(),
                InvoiceState.FAILED,
                null,
                ground.now.plus(RETRY),
                2);
    }

    private void invoice(Invoice invoice) {
        ground.tables.invoices.row(
                ground.orgId,
                invoice.id(),
                invoice.number(),
                invoice.issuedAt(),
                Json.mapper().writeValueAsString(invoice.lines()),
                invoice.total(),
                invoice.currency(),
                invoice.state(),
                invoice.paidAt(),
                invoice.retryAt(),
                (int) invoice.version());
        ground.changed(CollectionName.INVOICES, invoice.id());
    }

    private void subscription(Ledger ledger, Optional<Invoice> unpaid) {
        PlanChoice choice = ledger.choice();
        Entitlement gives = Entitlement.of(choice);
        Instant changed = growth.map(Growth::at)
                .filter(at -> at.isAfter(ledger.periodStart()))
                .orElse(ledger.periodStart());
        ground.tables.subscriptions.row(
                ground.orgId,
                choice.plan(),
                choice.interval(),
                choice.addOns().licenses(),
                choice.addOns().storage(),
                choice.addOns().participants(),
                Prices.CURRENCY,
                Prices.recurringTotal(choice),
                ledger.anchor(),
                ledger.periodStart(),
                ledger.periodEnd(),
                changed,
                gives.licenses(),
                gives.storageBytes(),
                gives.participants(),
                gives.meetingMinutes(),
                unpaid.isPresent() ? BillingState.DUNNING : BillingState.ACTIVE,
                unpaid.map(Invoice::id).orElse(null),
                unpaid.map(Invoice::issuedAt).orElse(null),
                unpaid.map(invoice -> invoice.issuedAt().plus(GRACE)).orElse(null),
                ground.blueprint.kind() == Blueprint.Kind.LIMIT ? 3 : 0,
                1);
        ground.changed(CollectionName.SUBSCRIPTION, ground.orgId);
    }

    private void cards() {
        card("Visa", dunning ? "4242" : String.valueOf(dice.between(1000, 9999)), true, dunning);
        if (dunning || dice.chance(0.4)) card("Mastercard", "0090", false, false);
    }

    private void card(String brand, String lastFour, boolean byDefault, boolean declined) {
        UUID id = dice.id(ground.createdAt);
        int year = ground.today().getYear() + dice.between(1, 4);
        ground.tables.cards.row(ground.orgId, id, brand, lastFour, dice.between(1, 12), year, byDefault, declined, 1);
        ground.changed(CollectionName.PAYMENT_METHODS, id);
    }

    private void schedule(Ledger ledger, Person owner) {
        UUID id = dice.id(ground.now);
        AddOns now = ledger.choice().addOns();
        ground.tables.scheduled.row(
                ground.orgId,
                id,
                ledger.choice().plan(),
                ledger.choice().interval(),
                now.licenses() - 2,
                now.storage(),
                now.participants(),
                ledger.periodEnd(),
                ground.now.minus(Duration.ofHours(5)),
                owner.name(),
                1);
        ground.changed(CollectionName.SCHEDULED_CHANGES, id);
    }
}
