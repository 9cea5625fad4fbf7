package steward.app.billing;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.api.AddOn;
import steward.api.AddOns;
import steward.api.BillingInterval;
import steward.api.BillingItem;
import steward.api.BillingLine;
import steward.api.Invoice;
import steward.api.PlanChoice;
import steward.api.PlanId;
import steward.api.PreviewWarning;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;

/** Plans, lines and warnings as people read them. */
final class BillingWords {

    private BillingWords() {}

    static String plan(PlanId plan) {
        return Messages.text("billing.plan." + plan.name().toLowerCase(Locale.ROOT));
    }

    static String interval(BillingInterval interval) {
        return Messages.text(
                interval == BillingInterval.MONTHLY ? "billing.interval.monthly" : "billing.interval.yearly");
    }

    /** "€249.00 a month". */
    static String price(long minor, String currency, BillingInterval interval) {
        return Messages.text(
                interval == BillingInterval.MONTHLY ? "billing.price.month" : "billing.price.year",
                Formats.current().money(minor, currency));
    }

    /** For example "48 licenses at €11.00". */
    static String line(BillingLine line, String currency, Offers offers) {
        if (line.item() == BillingItem.PLAN) {
            return Messages.text("billing.line.plan", plan(line.plan()), interval(line.interval()));
        }
        return Messages.text(
                "billing.line.addOn",
                amount(line.item(), line.quantity(), offers),
                Formats.current().money(line.unitPrice(), currency));
    }

    /** What an invoice is for, in one line. */
    static String purpose(Invoice invoice, Offers offers) {
        return invoice.lines().stream()
                .filter(line -> line.amount() >= 0)
                .map(line -> line.item() == BillingItem.PLAN
                        ? plan(line.plan())
                        : amount(line.item(), line.quantity(), offers))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** "Business, monthly, 2 licenses, 1 TB storage more". */
    static String choice(PlanChoice choice, Offers offers) {
        AddOns more = choice.addOns();
        Stream<String> addOns = Stream.of(
                        more.licenses() == 0 ? "" : amount(BillingItem.LICENSES, more.licenses(), offers),
                        more.storage() == 0 ? "" : amount(BillingItem.STORAGE, more.storage(), offers),
                        more.participants() == 0 ? "" : amount(BillingItem.PARTICIPANTS, more.participants(), offers))
                .filter(words -> !words.isEmpty());
        String plan = choice.plan() == PlanId.FREE
                ? plan(choice.plan())
                : Messages.text("billing.choice.plan", plan(choice.plan()), interval(choice.interval()));
        return Stream.concat(Stream.of(plan), addOns).collect(Collectors.joining(", "));
    }

    /** So many of an add-on, in what they give: "2 add-on licenses", "3 TB storage", "200 more people". */
    static String amount(BillingItem item, int quantity, Offers offers) {
        long unit = offers.addOn(item).map(AddOn::unit).orElse(0L);
        return switch (item) {
            case STORAGE ->
                unit == 0
                        ? Messages.text("billing.amount.storageUnits", quantity)
                        : Messages.text(
                                "billing.amount.storage", Formats.current().bytes(quantity * unit));
            case PARTICIPANTS ->
                unit == 0
                        ? Messages.text("billing.amount.participantUnits", quantity)
                        : Messages.text("billing.amount.participants", quantity * unit);
            case LICENSES, PLAN -> Messages.text("billing.amount.licenses", quantity);
        };
    }

    static String warning(PreviewWarning warning) {
        return Messages.text(
                switch (warning) {
                    case FEWER_THAN_IN_USE -> "billing.warning.fewerThanInUse";
                    case STORAGE_OVER_LIMIT -> "billing.warning.storageOverLimit";
                    case ROOMS_OVER_PARTICIPANT_LIMIT -> "billing.warning.roomsOverLimit";
                });
    }
}
