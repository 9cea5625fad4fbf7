package steward.api;

import java.time.Instant;
import java.util.UUID;

/**
 * The grace period after a failed payment.
 */
public record Dunning(UUID invoiceId, String invoiceNumber, long amount, Instant since, Instant suspendAt) {
    public Dunning {
        Check.present("invoiceId", invoiceId);
        Check.present("invoiceNumber", invoiceNumber);
        Check.present("since", since);
        Check.present("suspendAt", suspendAt);
    }
}
