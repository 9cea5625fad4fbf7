package steward.server.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import steward.api.Account;
import steward.api.CollectionName;
import steward.api.EmailAddress;
import steward.api.Ids;
import steward.api.Member;
import steward.api.Page;
import steward.api.ProblemType;
import steward.api.Role;
import steward.server.Platform;
import steward.server.change.Audit.Fact;
import steward.server.db.Rows;
import steward.server.db.Tx;
import steward.server.http.Cursor;
import steward.server.http.ProblemException;

/** Members and their roles; who may do what to whom is asked before. Thread-safe. */
public final class Members {
    private static final String SELECT =
            "SELECT id, email, name, role, joined_at, invited_by, last_active_at, note, version FROM member"
                    + " WHERE org_id = :org";
    private static final RowMapper<Member> ROW = (row, context) -> new Member(
            Rows.id(row, "id"),
            row.getString("email"),
            row.getString("name"),
            Rows.constant(row, "role", Role.class),
            Rows.time(row, "joined_at"),
            row.getString("invited_by"),
            Rows.time(row, "last_active_at"),
            row.getString("note"),
            row.getLong("version"));

    private final Platform platform;

    /**
     * How somebody joins.
     *
     * @param invitedBy a name, or null
     * @param note or null
     */
    public record Joining(Role role, String invitedBy, String note) {}

    public Members(Platform platform) {
        this.platform = platform;
        platform.changes().loader(CollectionName.MEMBERS, Members::load);
    }

    /** Makes an account a member; it is none yet. */
    public Member add(Tx tx, UUID orgId, Account account, Joining joining) {
        Member made = new Member(
                Ids.next(),
                account.email(),
                account.name(),
                joining.role(),
                tx.now(),
                joining.invitedBy(),
                tx.now(),
                joining.note(),
                1);
        long seq = platform.changes().record(tx, orgId, CollectionName.MEMBERS, made.id(), false);
        insert(tx, orgId, account.id(), made, seq);
        platform.audit().created(tx, orgId, fact("member.join", made), made);
        return made;
    }

    public Member get(Handle sql, UUID orgId, UUID id) {
        return sql.createQuery(SELECT + " AND id = :id")
                .bind("org", orgId)
                .bind("id", id)
                .map(ROW)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    public Optional<Member> byEmail(Handle sql, UUID orgId, EmailAddress email) {
        return sql.createQuery(SELECT + " AND email_normal = :email")
                .bind("org", orgId)
                .bind("email", email.normal())
                .map(ROW)
                .findFirst();
    }

    public Optional<Member> byAccount(Handle sql, UUID orgId, UUID accountId) {
        return sql.createQuery(SELECT + " AND account_id = :account")
                .bind("org", orgId)
                .bind("account", accountId)
                .map(ROW)
                .findFirst();
    }

    Page<Member> page(Handle sql, UUID orgId, Optional<Cursor> cursor, int limit) {
        List<Member> found = sql.createQuery(
                        SELECT + " AND (joined_at, id) > (:at, :id) ORDER BY joined_at, id LIMIT :limit")
                .bind("org", orgId)
                .bind("at", cursor.map(Cursor::key).orElse(Long.MIN_VALUE))
                .bind("id", cursor.map(each -> each.id().toString()).orElse(""))
                .bind("limit", limit + 1)
                .map(ROW)
                .list();
        return Cursor.page(found, limit, each -> new Cursor(each.joinedAt().toEpochMilli(), each.id()));
    }

    /** Gives another role; the same one is nothing to do. */
    public Member changeRole(Tx tx, UUID orgId, Member before, Role role) {
        if (before.role() == role) return before;
        return give(tx, orgId, before, role, "member.role");
    }

    /** Makes an Admin the Owner and the Owner an Admin. */
    public Member handOver(Tx tx, UUID orgId, Member owner, Member heir) {
        if (heir.role() != Role.ADMIN) {
            throw ProblemException.current(
                    ProblemType.CONFLICT,
                    "Ownership goes to an Admin. Make " + heir.name() + " an Admin first, or choose an Admin.",
                    heir);
        }
        give(tx, orgId, owner, Role.ADMIN, "member.role");
        return give(tx, orgId, heir, Role.OWNER, "ownership.hand_over");
    }

    /** Ends access at once. */
    public void remove(Tx tx, UUID orgId, Member member, String action) {
        dropStreams(tx, orgId, member);
        tx.sql().execute("DELETE FROM member WHERE org_id = ? AND id = ?", orgId, member.id());
        platform.changes().record(tx, orgId, CollectionName.MEMBERS, member.id(), true);
        platform.audit().removed(tx, orgId, fact(action, member), member);
    }

    private Member give(Tx tx, UUID orgId, Member before, Role role, String action) {
        long seq = platform.changes().record(tx, orgId, CollectionName.MEMBERS, before.id(), false);
        tx.sql()
                .execute(
                        "UPDATE member SET role = ?, role_seq = ?, version = version + 1 WHERE org_id = ? AND id = ?",
                        role,
                        seq,
                        orgId,
                        before.id());
        Member after = get(tx.sql(), orgId, before.id());
        platform.audit().changed(tx, orgId, fact(action, after), before, after);
        if (role == Role.MEMBER) dropStreams(tx, orgId, before);
        return after;
    }

    private void dropStreams(Tx tx, UUID orgId, Member member) {
        tx.sql()
                .select("SELECT account_id FROM member WHERE org_id = ? AND id = ?", orgId, member.id())
                .mapTo(UUID.class)
                .findFirst()
                .ifPresent(account -> platform.events().dropMember(tx, orgId, account));
    }

    private static void insert(Tx tx, UUID orgId, UUID accountId, Member made, long seq) {
        tx.sql()
                .createUpdate("INSERT INTO member (org_id, id, account_id, email, email_normal, name, role, role_seq,"
                        + " joined_at, invited_by, last_active_at, note, version) VALUES (:org, :id, :account, :email,"
                        + " :normal, :name, :role, :seq, :joined, :by, :active, :note, 1)")
                .bind("org", orgId)
                .bind("id", made.id())
                .bind("account", accountId)
                .bind("email", made.email())
                .bind("normal", EmailAddress.parse(made.email()).normal())
                .bind("name", made.name())
                .bind("role", made.role())
                .bind("seq", seq)
                .bind("joined", made.joinedAt())
                .bind("by", made.invitedBy())
                .bind("active", made.lastActiveAt())
                .bind("note", made.note())
                .execute();
    }

    private static Map<UUID, Member> load(Handle sql, UUID orgId, Collection<UUID> ids) {
        return sql
                .createQuery(SELECT + " AND id IN (<ids>)")
                .bind("org", orgId)
                .bindList("ids", List.copyOf(ids))
                .map(ROW)
                .stream()
                .collect(Collectors.toMap(Member::id, Function.identity()));
    }

    private static Fact fact(String action, Member of) {
        return new Fact(action, "member", of.id(), of.name());
    }
}
