package steward.server.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import steward.api.PaymentMethod;

/** What an organization pays with; changed on a page of the platform, here only read. */
final class PaymentMethods {
    private PaymentMethods() {}

    static List<PaymentMethod> of(Handle sql, UUID orgId) {
        return sql.select("SELECT * FROM payment_method WHERE org_id = ? ORDER BY is_default DESC, id", orgId)
                .map(PaymentMethods::row)
                .list();
    }

    static Optional<PaymentMethod> find(Handle sql, UUID orgId, UUID id) {
        return of(sql, orgId).stream().filter(method -> method.id().equals(id)).findFirst();
    }

    static Optional<PaymentMethod> byDefault(Handle sql, UUID orgId) {
        return of(sql, orgId).stream().filter(PaymentMethod::isDefault).findFirst();
    }

    private static PaymentMethod row(ResultSet row, StatementContext context) throws SQLException {
        return new PaymentMethod(
                UUID.fromString(row.getString("id")),
                row.getString("brand"),
                row.getString("last_four"),
                row.getInt("expiry_month"),
                row.getInt("expiry_year"),
                row.getBoolean("is_default"),
                row.getBoolean("declined"),
                row.getLong("version"));
    }
}
