package steward.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An invoice as data.
 *
 * @param paidAt or null
 * @param retryAt or null
 */
public record Invoice(
        UUID id,
        String number,
        Instant issuedAt,
        List<BillingLine> lines,
        long total,
        String currency,
        InvoiceState state,
        Instant paidAt,
        Instant retryAt,
        long version) {
    public Invoice {
        Check.present("id", id);
        Check.present("number", number);
        Check.present("issuedAt", issuedAt);
        lines = List.copyOf(lines);
        Check.present("currency", currency);
        Check.present("state", state);
    }
}
