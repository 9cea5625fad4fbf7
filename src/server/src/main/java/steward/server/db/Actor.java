package steward.server.db;

import java.util.UUID;
import steward.api.Account;

/**
 * In whose name something is changed, for the audit log.
 *
 * @param accountId or null for the platform itself
 * @param address where the request came from
 */
public record Actor(UUID accountId, String name, String email, String address) {
    /** The platform's own periodic work. */
    public static final Actor PLATFORM = new Actor(null, "Platform", "", "");

    public static Actor of(Account account, String address) {
        return new Actor(account.id(), account.name(), account.email(), address);
    }
}
