package steward.server.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.PlanChoice;
import steward.api.ScheduledChange;
import steward.server.change.Changes;
import steward.server.db.Tx;

/** The one change an organization may have waiting for the end of its period. Thread-safe. */
final class ScheduledChanges {
    private final Changes changes;

    ScheduledChanges(Changes changes) {
        this.changes = changes;
    }

    Optional<ScheduledChange> of(Handle sql, UUID orgId) {
        return sql.select("SELECT * FROM scheduled_change WHERE org_id = ?", orgId)
                .map(ScheduledChanges::row)
                .findFirst();
    }

    ScheduledChange schedule(Tx tx, UUID orgId, PlanChoice choice, Instant effectiveAt) {
        clear(tx, orgId);
        ScheduledChange change = new ScheduledChange(
                Ids.next(), choice, effectiveAt, tx.now(), tx.actor().name(), 1);
        tx.sql()
                .execute(
                        """
                        INSERT INTO scheduled_change (org_id, id, plan, billing_interval, licenses, storage,
                            participants, effective_at, created_at, created_by, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        orgId,
                        change.id(),
                        choice.plan(),
                        choice.interval(),
                        choice.addOns().licenses(),
                        choice.addOns().storage(),
                        choice.addOns().participants(),
                        change.effectiveAt(),
                        change.createdAt(),
                        change.createdBy(),
                        change.version());
        changes.record(tx, orgId, CollectionName.SCHEDULED_CHANGES, change.id(), false);
        return change;
    }

    /** Removes what waits, if anything does. */
    Optional<ScheduledChange> clear(Tx tx, UUID orgId) {
        Optional<ScheduledChange> waiting = of(tx.sql(), orgId);
        waiting.ifPresent(change -> {
            tx.sql().execute("DELETE FROM scheduled_change WHERE org_id = ? AND id = ?", orgId, change.id());
            changes.record(tx, orgId, CollectionName.SCHEDULED_CHANGES, change.id(), true);
        });
        return waiting;
    }

    private static ScheduledChange row(ResultSet row, StatementContext context) throws SQLException {
        return new ScheduledChange(
                UUID.fromString(row.getString("id")),
                Subscriptions.choice(row),
                Instant.ofEpochMilli(row.getLong("effective_at")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getString("created_by"),
                row.getLong("version"));
    }
}
