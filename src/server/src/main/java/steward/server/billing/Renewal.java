package steward.server.billing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import steward.api.BillingLine;
import steward.api.Invoice;
import steward.api.ScheduledChange;
import steward.server.change.Audit;
import steward.server.db.Actor;
import steward.server.db.Database;
import steward.server.db.Tx;
import steward.server.usage.Usage;

/**
 * Begins the next period of every subscription whose period has ended: the scheduled change takes effect, the invoice of
 * the new period is issued at its start and paid with the default payment method, or fails. Periods slept through are
 * made up for one by one. Thread-safe.
 */
final class Renewal {
    private final Database database;
    private final Subscriptions subscriptions;
    private final ScheduledChanges scheduled;
    private final Invoices invoices;
    private final Usage usage;
    private final Audit audit;

    Renewal(
            Database database,
            Subscriptions subscriptions,
            ScheduledChanges scheduled,
            Invoices invoices,
            Usage usage,
            Audit audit) {
        this.database = database;
        this.subscriptions = subscriptions;
        this.scheduled = scheduled;
        this.invoices = invoices;
        this.usage = usage;
        this.audit = audit;
    }

    void sweep(Instant now) {
        List<UUID> due = database.read(sql -> subscriptions.due(sql, now));
        for (UUID orgId : due) {
            database.write(Actor.PLATFORM, tx -> {
                boolean more = true;
                while (more) more = renewed(tx, orgId);
                return null;
            });
        }
    }

    /** Renews once, unless the period still runs. */
    private boolean renewed(Tx tx, UUID orgId) {
        Subscriptions.Row row = subscriptions.get(tx.sql(), orgId);
        Instant end = row.standing().period().end();
        if (end.isAfter(tx.now())) return false;
        Optional<ScheduledChange> waiting = scheduled.clear(tx, orgId);
        Standing next =
                row.standing().renewed(waiting.map(ScheduledChange::choice).orElse(null));
        subscriptions.save(tx, orgId, next, end);
        if (waiting.isPresent()) {
            audit.changed(
                    tx,
                    orgId,
                    Orders.fact("subscription.change", orgId),
                    row.standing().choice(),
                    next.choice());
            usage.record(tx, orgId);
        }
        List<BillingLine> lines = Prices.charges(next.choice()).stream()
                .map(charge -> charge.full(next.period()))
                .toList();
        if (!lines.isEmpty()) charge(tx, orgId, lines, end);
        return true;
    }

    private void charge(Tx tx, UUID orgId, List<BillingLine> lines, Instant at) {
        boolean pays = PaymentMethods.byDefault(tx.sql(), orgId)
                .filter(card -> !card.declined())
                .isPresent();
        Invoice invoice = invoices.issue(tx, orgId, lines, at, pays);
        if (pays) return;
        subscriptions.failed(tx, orgId, invoice);
        audit.created(tx, orgId, new Audit.Fact("invoice.fail", "invoice", invoice.id(), invoice.number()), invoice);
    }
}
