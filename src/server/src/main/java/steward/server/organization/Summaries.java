package steward.server.organization;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import steward.api.Account;
import steward.api.AccountKind;
import steward.api.BillingState;
import steward.api.OrganizationFigures;
import steward.api.OrganizationSummary;
import steward.api.Page;
import steward.api.PlanId;
import steward.api.Role;
import steward.server.db.Rows;
import steward.server.http.Cursor;

/** The organizations of an account with the switcher's figures, a fixed number of statements a page. */
final class Summaries {
    private static final Duration RECENT = Duration.ofDays(7);
    private static final int CONTACTS = 5;
    private static final String COLUMNS = """
            SELECT o.id, o.slug, o.name, o.accent_color, o.logo_version, %s AS role,
                   COALESCE(s.plan, 'free') AS plan, COALESCE(s.licenses_owned, 0) AS licenses_owned,
                   COALESCE(s.state, 'active') AS billing_state,
                   (SELECT COUNT(*) FROM member c WHERE c.org_id = o.id) AS members,
                   (SELECT COUNT(*) FROM invitation i WHERE i.org_id = o.id AND i.state = 'pending') AS pending,
                   (SELECT COUNT(*) FROM meeting r WHERE r.org_id = o.id AND r.ended_at IS NULL) AS in_use,
                   (SELECT COUNT(*) FROM refused_start f WHERE f.org_id = o.id AND f.at >= :since) AS refused
              FROM organization o
            """;
    private static final String REST = """
              LEFT JOIN subscription s ON s.org_id = o.id
             WHERE o.id > :after ORDER BY o.id LIMIT :limit
            """;
    private static final String OF_MEMBER =
            COLUMNS.formatted("m.role") + " JOIN member m ON m.org_id = o.id AND m.account_id = :account " + REST;
    private static final String OF_SUPPORT = COLUMNS.formatted("'support'") + REST;

    private static final RowMapper<OrganizationSummary> ROW = (row, context) -> {
        Role role = Rows.constant(row, "role", Role.class);
        OrganizationFigures figures = role == Role.MEMBER
                ? null
                : new OrganizationFigures(
                        row.getInt("members"),
                        row.getInt("pending"),
                        row.getInt("in_use"),
                        row.getInt("licenses_owned"),
                        row.getInt("refused"),
                        Rows.constant(row, "billing_state", BillingState.class));
        return new OrganizationSummary(
                Rows.id(row, "id"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("accent_color"),
                Rows.number(row, "logo_version"),
                role,
                Rows.constant(row, "plan", PlanId.class),
                figures,
                List.of());
    };

    private Summaries() {}

    static Page<OrganizationSummary> page(
            Handle sql, Account account, Instant now, Optional<Cursor> cursor, int limit) {
        if (account.kind() == AccountKind.RUNTIME) return new Page<>(List.of(), null);
        boolean support = account.kind() == AccountKind.SUPPORT;
        Query query = sql.createQuery(support ? OF_SUPPORT : OF_MEMBER)
                .bind("since", now.minus(RECENT))
                .bind("after", cursor.map(each -> each.id().toString()).orElse(""))
                .bind("limit", limit + 1);
        if (!support) query.bind("account", account.id());
        List<OrganizationSummary> found = query.map(ROW).list();
        Page<OrganizationSummary> page = Cursor.page(found, limit, each -> new Cursor(0, each.id()));
        return new Page<>(withContacts(sql, page.items()), page.nextCursor());
    }

    /** Tells Members who can give access. */
    private static List<OrganizationSummary> withContacts(Handle sql, List<OrganizationSummary> items) {
        List<UUID> closed = items.stream()
                .filter(each -> each.role() == Role.MEMBER)
                .map(OrganizationSummary::id)
                .toList();
        if (closed.isEmpty()) return items;
        Map<UUID, List<OrganizationSummary.Contact>> contacts = contacts(sql, closed);
        return items.stream()
                .map(each -> new OrganizationSummary(
                        each.id(),
                        each.slug(),
                        each.name(),
                        each.accentColor(),
                        each.logoVersion(),
                        each.role(),
                        each.plan(),
                        each.figures(),
                        contacts.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static Map<UUID, List<OrganizationSummary.Contact>> contacts(Handle sql, List<UUID> orgIds) {
        Map<UUID, List<OrganizationSummary.Contact>> found = new HashMap<>();
        sql.createQuery("SELECT org_id, name, email, role FROM member WHERE org_id IN (<orgs>)"
                        + " AND role IN ('owner', 'admin')"
                        + " ORDER BY org_id, CASE role WHEN 'owner' THEN 0 ELSE 1 END, joined_at, id")
                .bindList("orgs", orgIds)
                .map((row, context) -> Map.entry(
                        Rows.id(row, "org_id"),
                        new OrganizationSummary.Contact(
                                row.getString("name"), row.getString("email"), Rows.constant(row, "role", Role.class))))
                .forEach(each -> {
                    var list = found.computeIfAbsent(each.getKey(), _ -> new ArrayList<>());
                    if (list.size() < CONTACTS) list.add(each.getValue());
                });
        return found;
    }
}
