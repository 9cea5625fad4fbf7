package steward.server.http;

import java.util.UUID;
import steward.api.Account;
import steward.server.db.Actor;

/**
 * Who calls.
 *
 * @param account or null without a token, where the contract allows that
 * @param tokenId or null
 */
public record Caller(Account account, UUID tokenId, String address) {
    public Actor actor() {
        return account == null ? new Actor(null, "", "", address) : Actor.of(account, address);
    }
}
