package steward.server.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import steward.api.AddOns;
import steward.api.BillingInterval;
import steward.api.BillingState;
import steward.api.CollectionName;
import steward.api.Dunning;
import steward.api.Invoice;
import steward.api.PlanChoice;
import steward.api.PlanId;
import steward.api.Subscription;
import steward.server.change.Changes;
import steward.server.db.Tx;

/** The subscription of each organization; its id among the changes is the organization's. Thread-safe. */
final class Subscriptions {
    /** How long a failed payment may stay unresolved. */
    private static final Duration GRACE = Duration.ofDays(7);

    private static final String SELECT = """
            SELECT s.*, i.number AS dunning_number, i.total AS dunning_amount
            FROM subscription s LEFT JOIN invoice i ON i.org_id = s.org_id AND i.id = s.dunning_invoice_id
            """;

    private final Changes changes;

    Subscriptions(Changes changes) {
        this.changes = changes;
    }

    /**
     * A subscription with what the contract does not show.
     *
     * @param changedAt when it last became what it is
     */
    record Row(UUID orgId, Standing standing, Instant changedAt, Subscription shown) {}

    Row get(Handle sql, UUID orgId) {
        return sql.select(SELECT + "WHERE s.org_id = ?", orgId)
                .map(Subscriptions::row)
                .one();
    }

    /** Those whose period has ended. */
    List<UUID> due(Handle sql, Instant now) {
        return sql.select("SELECT org_id FROM subscription WHERE period_end <= ? ORDER BY period_end, org_id", now)
                .mapTo(UUID.class)
                .list();
    }

    /** The Free plan of an organization that begins. */
    void create(Tx tx, UUID orgId) {
        PlanChoice free = new PlanChoice(PlanId.FREE, BillingInterval.MONTHLY, new AddOns(0, 0, 0));
        Standing standing = Standing.starting(free, tx.now());
        tx.sql()
                .execute(
                        """
                        INSERT INTO subscription (org_id, plan, billing_interval, licenses, storage, participants,
                            currency, recurring_total, anchor_at, period_start, period_end, changed_at, licenses_owned,
                            storage_bytes, participant_limit, meeting_minutes, state, refused_recordings, version)
                        VALUES (?, 'free', 'monthly', 0, 0, 0, ?, 0, ?, ?, ?, ?, 0, 0, 0, 0, 'active', 0, 0)
                        """,
                        orgId,
                        Prices.CURRENCY,
                        standing.anchor(),
                        standing.period().start(),
                        standing.period().end(),
                        tx.now());
        save(tx, orgId, standing, tx.now());
    }

    /** @param at the instant it took effect */
    void save(Tx tx, UUID orgId, Standing now, Instant at) {
        PlanChoice choice = now.choice();
        Entitlement gives = Prices.gives(choice);
        tx.sql()
                .createUpdate("""
                        UPDATE subscription SET plan = :plan, billing_interval = :interval, licenses = :licenses,
                            storage = :storage, participants = :participants, recurring_total = :total,
                            anchor_at = :anchor, period_start = :start, period_end = :end, changed_at = :changedAt,
                            licenses_owned = :owned, storage_bytes = :bytes, participant_limit = :limit,
                            meeting_minutes = :minutes, version = version + 1
                        WHERE org_id = :orgId
                        """)
                .bind("plan", choice.plan())
                .bind("interval", choice.interval())
                .bind("licenses", choice.addOns().licenses())
                .bind("storage", choice.addOns().storage())
                .bind("participants", choice.addOns().participants())
                .bind("total", Prices.recurringTotal(choice))
                .bind("anchor", now.anchor())
                .bind("start", now.period().start())
                .bind("end", now.period().end())
                .bind("changedAt", at)
                .bind("owned", gives.licenses())
                .bind("bytes", gives.storageBytes())
                .bind("limit", gives.participants())
                .bind("minutes", gives.meetingMinutes())
                .bind("orgId", orgId)
                .execute();
        changes.record(tx, orgId, CollectionName.SUBSCRIPTION, orgId, false);
    }

    /** A payment failed: the grace period begins, unless one runs already. */
    void failed(Tx tx, UUID orgId, Invoice invoice) {
        tx.sql()
                .execute(
                        """
                        UPDATE subscription SET state = 'dunning', dunning_invoice_id = ?, dunning_since = ?,
                            suspend_at = ?, version = version + 1
                        WHERE org_id = ? AND state = 'active'
                        """,
                        invoice.id(),
                        invoice.issuedAt(),
                        invoice.issuedAt().plus(GRACE),
                        orgId);
        changes.record(tx, orgId, CollectionName.SUBSCRIPTION, orgId, false);
    }

    /** A recording was refused because the storage is full. */
    void recordingRefused(Tx tx, UUID orgId) {
        tx.sql().execute("""
                        UPDATE subscription SET refused_recordings = refused_recordings + 1, version = version + 1
                        WHERE org_id = ?
                        """, orgId);
        changes.record(tx, orgId, CollectionName.SUBSCRIPTION, orgId, false);
    }

    static PlanChoice choice(ResultSet row) throws SQLException {
        AddOns addOns = new AddOns(row.getInt("licenses"), row.getInt("storage"), row.getInt("participants"));
        return new PlanChoice(
                PlanId.valueOf(row.getString("plan").toUpperCase(Locale.ROOT)),
                BillingInterval.valueOf(row.getString("billing_interval").toUpperCase(Locale.ROOT)),
                addOns);
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        Period period = new Period(instant(row, "period_start"), instant(row, "period_end"));
        Standing standing = new Standing(choice(row), instant(row, "anchor_at"), period);
        Subscription shown = new Subscription(
                standing.choice(),
                row.getString("currency"),
                row.getLong("recurring_total"),
                period.start(),
                period.end(),
                row.getInt("licenses_owned"),
                row.getLong("storage_bytes"),
                row.getInt("participant_limit"),
                row.getInt("meeting_minutes"),
                BillingState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                dunning(row),
                row.getInt("refused_recordings"),
                row.getLong("version"));
        return new Row(UUID.fromString(row.getString("org_id")), standing, instant(row, "changed_at"), shown);
    }

    private static Dunning dunning(ResultSet row) throws SQLException {
        String invoice = row.getString("dunning_invoice_id");
        if (invoice == null) return null;
        return new Dunning(
                UUID.fromString(invoice),
                row.getString("dunning_number"),
                row.getLong("dunning_amount"),
                instant(row, "dunning_since"),
                instant(row, "suspend_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
