package steward.sync;

import java.util.UUID;
import java.util.function.Supplier;
import steward.api.ServerInfo;

/**
 * Asks the server who it is and, once, whose an unproven token is: nothing is ever sent as another account. Blocking;
 * thread-safe.
 *
 * @param anonymous calls without a token
 * @param calls with the link's
 */
record WhoIsThere(UUID serverId, UUID accountId, Link link, PlatformCalls anonymous, PlatformCalls calls)
        implements Supplier<ServerInfo> {

    @Override
    public ServerInfo get() {
        if (link.token() == null) throw new SyncException.Unauthorized();
        ServerInfo info = anonymous.server().body();
        if (!link.isProven() && info.id().equals(serverId)) {
            if (!calls.me().body().id().equals(accountId)) throw new SyncException.Unauthorized();
            link.prove();
        }
        return info;
    }
}
