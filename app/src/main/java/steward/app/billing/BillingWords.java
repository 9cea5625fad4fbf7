package steward.app.billing;

import java.util.Locale;
import steward.api.BillingInterval;
import steward.api.BillingLine;
import steward.api.Invoice;
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

    /** For example "48 licenses at €11.00". */
    static String line(BillingLine line, String currency) {
        String unit = Formats.current().money(line.unitPrice(), currency);
        return switch (line.item()) {
            case PLAN -> Messages.text("billing.line.plan", plan(line.plan()), interval(line.interval()));
            case LICENSES -> Messages.text("billing.line.licenses", line.quantity(), unit);
            case STORAGE -> Messages.text("billing.line.storage", line.quantity(), unit);
            case PARTICIPANTS -> Messages.text("billing.line.participants", line.quantity(), unit);
        };
    }

    /** What an invoice is for, in one line. */
    static String purpose(Invoice invoice) {
        return invoice.lines().stream()
                .filter(line -> line.amount() >= 0)
                .map(line -> switch (line.item()) {
                    case PLAN -> plan(line.plan());
                    case LICENSES -> Messages.text("billing.purpose.licenses", line.quantity());
                    case STORAGE -> Messages.text("billing.purpose.storage", line.quantity());
                    case PARTICIPANTS -> Messages.text("billing.purpose.participants", line.quantity());
                })
                .distinct()
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
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
