package steward.server.billing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.BillingPreview;
import steward.api.Invoice;
import steward.api.OrderResult;
import steward.api.PaymentMethod;
import steward.api.PlanChoice;
import steward.api.PlanOrder;
import steward.api.PreviewWarning;
import steward.api.ProblemType;
import steward.api.ScheduledChange;
import steward.server.change.Audit;
import steward.server.db.Tx;
import steward.server.http.ProblemException;
import steward.server.usage.Usage;

/**
 * Previews a choice and applies what was previewed. Whatever is ordered replaces the change that was scheduled.
 * Thread-safe.
 */
final class Orders {
    static final Duration VALID = Duration.ofMinutes(15);

    private final Subscriptions subscriptions;
    private final ScheduledChanges scheduled;
    private final Invoices invoices;
    private final Usage usage;
    private final Audit audit;

    Orders(Subscriptions subscriptions, ScheduledChanges scheduled, Invoices invoices, Usage usage, Audit audit) {
        this.subscriptions = subscriptions;
        this.scheduled = scheduled;
        this.invoices = invoices;
        this.usage = usage;
        this.audit = audit;
    }

    BillingPreview preview(Handle sql, UUID orgId, PlanChoice choice, Instant now) {
        PlanChoice wanted = Prices.checked(choice);
        Subscriptions.Row row = subscriptions.get(sql, orgId);
        Instant at = prorationAt(row, now);
        Quote quote = Proration.quote(row.standing(), wanted, at);
        return new BillingPreview(
                wanted,
                quote.effectiveAt(),
                quote.immediate(),
                at,
                at.plus(VALID),
                row.shown().currency(),
                quote.lines(),
                quote.dueNow(),
                quote.nextInvoiceAt(),
                quote.nextInvoiceTotal(),
                warnings(sql, orgId, wanted));
    }

    /** Charges what the preview said, or refuses with a fresh preview. */
    OrderResult apply(Tx tx, UUID orgId, PlanOrder order) {
        PlanChoice wanted = Prices.checked(order.choice());
        Subscriptions.Row row = subscriptions.get(tx.sql(), orgId);
        if (!holds(row, order.prorationAt(), tx.now())) throw expired(tx, orgId, wanted);
        Quote quote = Proration.quote(row.standing(), wanted, order.prorationAt());
        if (quote.dueNow() != order.dueNow()) throw expired(tx, orgId, wanted);
        scheduled.clear(tx, orgId);
        if (!quote.immediate()) {
            ScheduledChange change = scheduled.schedule(tx, orgId, wanted, quote.effectiveAt());
            audit.changed(
                    tx,
                    orgId,
                    fact("subscription.schedule", orgId),
                    row.standing().choice(),
                    wanted);
            return new OrderResult(row.shown(), null, change);
        }
        if (quote.dueNow() > 0) requirePayment(tx.sql(), orgId);
        Invoice invoice = quote.lines().isEmpty() ? null : invoices.issue(tx, orgId, quote.lines(), tx.now(), true);
        if (!quote.after().equals(row.standing())) {
            subscriptions.save(tx, orgId, quote.after(), tx.now());
            audit.changed(
                    tx,
                    orgId,
                    fact("subscription.change", orgId),
                    row.standing().choice(),
                    wanted);
            usage.record(tx, orgId);
        }
        return new OrderResult(subscriptions.get(tx.sql(), orgId).shown(), invoice, null);
    }

    /** Takes back what waits for the period's end. */
    void withdraw(Tx tx, UUID orgId, UUID changeId) {
        ScheduledChange waiting = scheduled
                .of(tx.sql(), orgId)
                .filter(change -> change.id().equals(changeId))
                .orElseThrow(ProblemException::notFound);
        scheduled.clear(tx, orgId);
        audit.removed(tx, orgId, fact("subscription.withdraw", orgId), waiting.choice());
    }

    static Audit.Fact fact(String action, UUID orgId) {
        return new Audit.Fact(action, "subscription", orgId, "Subscription");
    }

    /** A renewal that is due but not yet swept is none of the customer's business: the last instant of the old period. */
    private static Instant prorationAt(Subscriptions.Row row, Instant now) {
        Instant last = row.standing().period().end().minusMillis(1);
        return now.isAfter(last) ? last : now;
    }

    private static boolean holds(Subscriptions.Row row, Instant at, Instant now) {
        return !at.isAfter(now)
                && !at.isBefore(now.minus(VALID))
                && !at.isBefore(row.changedAt())
                && row.standing().period().contains(at);
    }

    private ProblemException expired(Tx tx, UUID orgId, PlanChoice wanted) {
        return ProblemException.current(
                ProblemType.PREVIEW_EXPIRED,
                "The preview no longer holds. Look at the new one and confirm again.",
                preview(tx.sql(), orgId, wanted, tx.now()));
    }

    private static void requirePayment(Handle sql, UUID orgId) {
        Optional<PaymentMethod> card = PaymentMethods.byDefault(sql, orgId);
        if (card.isEmpty()) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "There is no payment method yet. Add one, then order again.");
        }
        if (card.get().declined()) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "The card ending in " + card.get().lastFour() + " was declined. Choose another, then order again.");
        }
    }

    private static List<PreviewWarning> warnings(Handle sql, UUID orgId, PlanChoice wanted) {
        Entitlement gives = Prices.gives(wanted);
        List<PreviewWarning> warnings = new ArrayList<>();
        if (count(sql, "SELECT COUNT(*) FROM meeting WHERE org_id = ? AND ended_at IS NULL", orgId)
                > gives.licenses()) {
            warnings.add(PreviewWarning.FEWER_THAN_IN_USE);
        }
        if (count(sql, "SELECT COALESCE(SUM(bytes), 0) FROM recording WHERE org_id = ?", orgId)
                > gives.storageBytes()) {
            warnings.add(PreviewWarning.STORAGE_OVER_LIMIT);
        }
        if (count(sql, "SELECT COALESCE(MAX(participant_limit), 0) FROM room WHERE org_id = ?", orgId)
                > gives.participants()) {
            warnings.add(PreviewWarning.ROOMS_OVER_PARTICIPANT_LIMIT);
        }
        return warnings;
    }

    private static long count(Handle sql, String query, UUID orgId) {
        return sql.select(query, orgId).mapTo(Long.class).one();
    }
}
