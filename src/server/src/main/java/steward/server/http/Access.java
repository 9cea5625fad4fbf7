package steward.server.http;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.Account;
import steward.api.Role;

/**
 * What an account is in one organization.
 *
 * @param role or null for the runtime account
 * @param memberId or null for platform accounts
 * @param roleSeq the change that gave the present role
 */
public record Access(UUID orgId, Role role, UUID memberId, long roleSeq) {
    /** Nothing both for an organization that does not exist and for one the account has no part in. */
    public static Optional<Access> of(Handle sql, Account account, UUID orgId) {
        return switch (account.kind()) {
            case USER ->
                sql.select(
                                "SELECT id, role, role_seq FROM member WHERE org_id = ? AND account_id = ?",
                                orgId,
                                account.id())
                        .map((row, context) -> new Access(
                                orgId,
                                Role.valueOf(row.getString("role").toUpperCase(java.util.Locale.ROOT)),
                                UUID.fromString(row.getString("id")),
                                row.getLong("role_seq")))
                        .findFirst();
            case SUPPORT ->
                exists(sql, orgId) ? Optional.of(new Access(orgId, Role.SUPPORT, null, 0)) : Optional.empty();
            case RUNTIME -> exists(sql, orgId) ? Optional.of(new Access(orgId, null, null, 0)) : Optional.empty();
        };
    }

    /** The meeting runtime itself. */
    public boolean runtime() {
        return role == null;
    }

    private static boolean exists(Handle sql, UUID orgId) {
        return sql.select("SELECT 1 FROM organization WHERE id = ?", orgId)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }
}
