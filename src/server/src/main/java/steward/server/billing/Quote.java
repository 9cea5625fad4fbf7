package steward.server.billing;

import java.time.Instant;
import java.util.List;
import steward.api.BillingLine;

/**
 * What a change costs.
 *
 * @param lines sum up to {@code dueNow}; empty for a change at the period's end
 */
record Quote(
        Standing after,
        boolean immediate,
        Instant effectiveAt,
        List<BillingLine> lines,
        long dueNow,
        Instant nextInvoiceAt,
        long nextInvoiceTotal) {}
