package steward.server.invitation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import steward.api.EmailAddress;
import steward.api.Invitation;
import steward.api.InvitationState;
import steward.api.Page;
import steward.api.ReceivedInvitation;
import steward.api.Role;
import steward.server.db.Rows;
import steward.server.db.Tx;
import steward.server.http.Cursor;

/** The rows of invitations. Thread-safe. */
final class InvitationTable {
    private static final String SELECT =
            "SELECT id, email, role, name, note, state, invited_by, invited_at, sent_at, expires_at, version"
                    + " FROM invitation WHERE org_id = :org";
    private static final RowMapper<Invitation> ROW = (row, context) -> new Invitation(
            Rows.id(row, "id"),
            row.getString("email"),
            Rows.constant(row, "role", Role.class),
            row.getString("name"),
            row.getString("note"),
            Rows.constant(row, "state", InvitationState.class),
            row.getString("invited_by"),
            Rows.time(row, "invited_at"),
            Rows.time(row, "sent_at"),
            Rows.time(row, "expires_at"),
            row.getLong("version"));

    /** An invitation whose time is over. */
    record Due(UUID orgId, UUID id) {}

    /**
     * What a code stands for.
     *
     * @param memberId the member it made, or null
     */
    record Coded(UUID orgId, UUID id, UUID memberId) {}

    Optional<Invitation> find(Handle sql, UUID orgId, UUID id) {
        return sql.createQuery(SELECT + " AND id = :id")
                .bind("org", orgId)
                .bind("id", id)
                .map(ROW)
                .findFirst();
    }

    Optional<Invitation> pending(Handle sql, UUID orgId, EmailAddress email) {
        return sql.createQuery(SELECT + " AND email_normal = :email AND state = 'pending'")
                .bind("org", orgId)
                .bind("email", email.normal())
                .map(ROW)
                .findFirst();
    }

    Page<Invitation> page(Handle sql, UUID orgId, Optional<Cursor> cursor, int limit) {
        List<Invitation> found = sql.createQuery(
                        SELECT + " AND (invited_at, id) > (:at, :id) ORDER BY invited_at, id LIMIT :limit")
                .bind("org", orgId)
                .bind("at", cursor.map(Cursor::key).orElse(Long.MIN_VALUE))
                .bind("id", cursor.map(each -> each.id().toString()).orElse(""))
                .bind("limit", limit + 1)
                .map(ROW)
                .list();
        return Cursor.page(found, limit, each -> new Cursor(each.invitedAt().toEpochMilli(), each.id()));
    }

    Map<UUID, Invitation> load(Handle sql, UUID orgId, Collection<UUID> ids) {
        return sql
                .createQuery(SELECT + " AND id IN (<ids>)")
                .bind("org", orgId)
                .bindList("ids", List.copyOf(ids))
                .map(ROW)
                .stream()
                .collect(Collectors.toMap(Invitation::id, Function.identity()));
    }

    List<ReceivedInvitation> received(Handle sql, EmailAddress email, Instant now) {
        return sql.createQuery("SELECT i.code, o.name, i.role, i.invited_by, i.expires_at FROM invitation i"
                        + " JOIN organization o ON o.id = i.org_id"
                        + " WHERE i.email_normal = :email AND i.state = 'pending' AND i.expires_at > :now"
                        + " ORDER BY i.invited_at, i.id")
                .bind("email", email.normal())
                .bind("now", now)
                .map((row, context) -> new ReceivedInvitation(
                        row.getString("code"),
                        row.getString("name"),
                        Rows.constant(row, "role", Role.class),
                        row.getString("invited_by"),
                        Rows.time(row, "expires_at")))
                .list();
    }

    Optional<Coded> coded(Handle sql, String code) {
        return sql.select("SELECT org_id, id, member_id FROM invitation WHERE code = ?", code)
                .map((row, context) -> new Coded(Rows.id(row, "org_id"), Rows.id(row, "id"), Rows.id(row, "member_id")))
                .findFirst();
    }

    String code(Handle sql, UUID orgId, UUID id) {
        return sql.select("SELECT code FROM invitation WHERE org_id = ? AND id = ?", orgId, id)
                .mapTo(String.class)
                .one();
    }

    List<Due> due(Handle sql, Instant now, int most) {
        return sql.select(
                        "SELECT org_id, id FROM invitation WHERE state = 'pending' AND expires_at <= ? LIMIT ?",
                        now,
                        most)
                .map((row, context) -> new Due(Rows.id(row, "org_id"), Rows.id(row, "id")))
                .list();
    }

    void setState(Tx tx, UUID orgId, UUID id, InvitationState state) {
        tx.sql()
                .execute(
                        "UPDATE invitation SET state = ?, version = version + 1 WHERE org_id = ? AND id = ?",
                        state,
                        orgId,
                        id);
    }

    void setMember(Tx tx, UUID orgId, UUID id, UUID memberId) {
        tx.sql().execute("UPDATE invitation SET member_id = ? WHERE org_id = ? AND id = ?", memberId, orgId, id);
    }

    void renew(Tx tx, UUID orgId, UUID id, Instant expiresAt) {
        tx.sql()
                .execute(
                        "UPDATE invitation SET state = 'pending', sent_at = ?, expires_at = ?, version = version + 1"
                                + " WHERE org_id = ? AND id = ?",
                        tx.now(),
                        expiresAt,
                        orgId,
                        id);
    }

    void insert(Tx tx, UUID orgId, Invitation made, String code) {
        tx.sql()
                .createUpdate("INSERT INTO invitation (org_id, id, email, email_normal, role, name, note, state,"
                        + " invited_by, invited_at, sent_at, expires_at, code, version) VALUES (:org, :id, :email,"
                        + " :normal, :role, :name, :note, :state, :by, :at, :at, :expires, :code, 1)")
                .bind("org", orgId)
                .bind("id", made.id())
                .bind("email", made.email())
                .bind("normal", EmailAddress.parse(made.email()).normal())
                .bind("role", made.role())
                .bind("name", made.name())
                .bind("note", made.note())
                .bind("state", made.state())
                .bind("by", made.invitedBy())
                .bind("at", made.invitedAt())
                .bind("expires", made.expiresAt())
                .bind("code", code)
                .execute();
    }
}
