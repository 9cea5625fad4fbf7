package steward.server.billing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import steward.api.BillingLine;
import steward.api.Invoice;
import steward.api.InvoiceState;
import steward.api.PlanChoice;

/**
 * A subscription's past, computed by the same arithmetic that charges it: for data that begins with a history.
 *
 * @param invoices oldest first, all paid
 * @param anchor what its periods are counted from
 */
public record Ledger(
        List<Invoice> invoices, PlanChoice choice, Instant anchor, Instant periodStart, Instant periodEnd) {
    /** From an instant on, another choice; each more than the one before. */
    public record Ordered(Instant at, PlanChoice choice) {}

    /**
     * Renews and upgrades as time passes.
     *
     * @param orders oldest first; the first one begins the subscription
     * @param ids makes an id for an instant
     */
    public static Ledger of(String slug, List<Ordered> orders, Instant now, Function<Instant, UUID> ids) {
        Standing standing =
                Standing.starting(orders.getFirst().choice(), orders.getFirst().at());
        List<Issued> issued = new ArrayList<>();
        issued.add(whole(standing));
        for (Ordered order : orders.subList(1, orders.size())) {
            standing = renewedUntil(order.at(), standing, issued);
            Quote quote = Proration.quote(standing, order.choice(), order.at());
            issued.add(new Issued(order.at(), quote.lines()));
            standing = quote.after();
        }
        standing = renewedUntil(now, standing, issued);
        issued.removeIf(each -> each.lines().isEmpty());
        Period period = standing.period();
        return new Ledger(
                invoices(slug, issued, ids), standing.choice(), standing.anchor(), period.start(), period.end());
    }

    private record Issued(Instant at, List<BillingLine> lines) {}

    private static Standing renewedUntil(Instant at, Standing standing, List<Issued> issued) {
        Standing now = standing;
        while (!now.period().end().isAfter(at)) {
            now = now.renewed(null);
            issued.add(whole(now));
        }
        return now;
    }

    private static Issued whole(Standing standing) {
        Period period = standing.period();
        List<BillingLine> lines = Prices.charges(standing.choice()).stream()
                .map(charge -> charge.full(period))
                .toList();
        return new Issued(period.start(), lines);
    }

    private static List<Invoice> invoices(String slug, List<Issued> issued, Function<Instant, UUID> ids) {
        List<Invoice> invoices = new ArrayList<>();
        int year = 0;
        int count = 0;
        for (Issued each : issued) {
            int of = each.at().atOffset(ZoneOffset.UTC).getYear();
            count = of == year ? count + 1 : 1;
            year = of;
            long total = each.lines().stream().mapToLong(BillingLine::amount).sum();
            String number = Invoices.number(slug, year, count);
            invoices.add(new Invoice(
                    ids.apply(each.at()),
                    number,
                    each.at(),
                    each.lines(),
                    total,
                    Prices.CURRENCY,
                    InvoiceState.PAID,
                    each.at(),
                    null,
                    1));
        }
        return invoices;
    }
}
