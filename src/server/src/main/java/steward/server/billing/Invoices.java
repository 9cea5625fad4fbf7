package steward.server.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import steward.api.BillingLine;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.Invoice;
import steward.api.InvoiceState;
import steward.api.Json;
import steward.api.Page;
import steward.server.change.Changes;
import steward.server.db.Tx;
import steward.server.http.Cursor;
import tools.jackson.core.type.TypeReference;

/** Invoices as data; their lines never change. Thread-safe. */
public final class Invoices {
    /** When a failed payment is tried again. */
    private static final Duration RETRY = Duration.ofDays(2);

    private static final TypeReference<List<BillingLine>> LINES = new TypeReference<>() {};

    private final Changes changes;

    Invoices(Changes changes) {
        this.changes = changes;
    }

    /** Issues an invoice at an instant, paid that instant or failed. */
    Invoice issue(Tx tx, UUID orgId, List<BillingLine> lines, Instant at, boolean paid) {
        long total = lines.stream().mapToLong(BillingLine::amount).sum();
        Invoice invoice = new Invoice(
                Ids.next(),
                number(tx.sql(), orgId, at),
                at,
                lines,
                total,
                Prices.CURRENCY,
                paid ? InvoiceState.PAID : InvoiceState.FAILED,
                paid ? at : null,
                paid ? null : at.plus(RETRY),
                1);
        insert(tx.sql(), orgId, invoice);
        changes.record(tx, orgId, CollectionName.INVOICES, invoice.id(), false);
        return invoice;
    }

    /** Newest first. */
    Page<Invoice> page(Handle sql, UUID orgId, int limit, Optional<Cursor> after) {
        Cursor from = after.orElse(new Cursor(Long.MAX_VALUE, new UUID(-1, -1)));
        List<Invoice> rows = sql.select("""
                        SELECT * FROM invoice WHERE org_id = ? AND (issued_at < ? OR issued_at = ? AND id < ?)
                        ORDER BY issued_at DESC, id DESC LIMIT ?
                        """, orgId, from.key(), from.key(), from.id(), limit + 1)
                .map(Invoices::row)
                .list();
        return Cursor.page(rows, limit, last -> new Cursor(last.issuedAt().toEpochMilli(), last.id()));
    }

    Optional<Invoice> find(Handle sql, UUID orgId, UUID id) {
        return sql.select("SELECT * FROM invoice WHERE org_id = ? AND id = ?", orgId, id)
                .map(Invoices::row)
                .findFirst();
    }

    /** Numbers count the invoices of an organization in a year: initials of its link name, year, number. */
    static String number(String slug, int year, int count) {
        StringBuilder initials = new StringBuilder();
        for (String word : slug.split("-")) initials.append(word.charAt(0));
        if (initials.length() == 1) initials.append(slug.length() > 1 ? slug.charAt(1) : 'x');
        return "%s-%d-%04d".formatted(initials.toString().toUpperCase(Locale.ROOT), year, count);
    }

    static void insert(Handle sql, UUID orgId, Invoice invoice) {
        sql.execute(
                """
                INSERT INTO invoice (org_id, id, number, issued_at, lines, total, currency, state, paid_at, retry_at,
                    version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                orgId,
                invoice.id(),
                invoice.number(),
                invoice.issuedAt(),
                Json.mapper().writeValueAsString(invoice.lines()),
                invoice.total(),
                invoice.currency(),
                invoice.state(),
                invoice.paidAt(),
                invoice.retryAt(),
                invoice.version());
    }

    private static String number(Handle sql, UUID orgId, Instant at) {
        String slug = sql.select("SELECT slug FROM organization WHERE id = ?", orgId)
                .mapTo(String.class)
                .one();
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        Instant newYear = at.atOffset(ZoneOffset.UTC)
                .withDayOfYear(1)
                .toLocalDate()
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        int earlier = sql.select("SELECT COUNT(*) FROM invoice WHERE org_id = ? AND issued_at >= ?", orgId, newYear)
                .mapTo(Integer.class)
                .one();
        return number(slug, year, earlier + 1);
    }

    private static Invoice row(ResultSet row, StatementContext context) throws SQLException {
        return new Invoice(
                UUID.fromString(row.getString("id")),
                row.getString("number"),
                Instant.ofEpochMilli(row.getLong("issued_at")),
                Json.mapper().readValue(row.getString("lines"), LINES),
                row.getLong("total"),
                row.getString("currency"),
                InvoiceState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                instantOrNull(row, "paid_at"),
                instantOrNull(row, "retry_at"),
                row.getLong("version"));
    }

    private static Instant instantOrNull(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
