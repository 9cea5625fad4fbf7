package steward.api;

import java.time.Instant;
import java.util.List;

/**
 * What a change would cost, to the minor unit.
 *
 * @param immediate false: scheduled for the end of the period
 */
public record BillingPreview(
        PlanChoice choice,
        Instant effectiveAt,
        boolean immediate,
        Instant prorationAt,
        Instant validUntil,
        String currency,
        List<BillingLine> lines,
        long dueNow,
        Instant nextInvoiceAt,
        long nextInvoiceTotal,
        List<PreviewWarning> warnings) {
    public BillingPreview {
        Check.present("choice", choice);
        Check.present("effectiveAt", effectiveAt);
        Check.present("prorationAt", prorationAt);
        Check.present("validUntil", validUntil);
        Check.present("currency", currency);
        lines = List.copyOf(lines);
        Check.present("nextInvoiceAt", nextInvoiceAt);
        warnings = List.copyOf(warnings);
    }
}
