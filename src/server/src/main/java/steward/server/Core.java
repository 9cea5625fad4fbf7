package steward.server;

import java.time.Duration;
import java.util.List;
import steward.server.account.AccountRoutes;
import steward.server.account.Accounts;
import steward.server.account.Tokens;
import steward.server.change.SyncRoutes;
import steward.server.http.Replay;
import steward.server.http.Routes;

/** Accounts, organizations, members, invitations, rooms, audit, changes and events. */
public final class Core implements Part {
    private static final Duration TOMBSTONES = Duration.ofDays(30);

    private final Platform platform;
    private final Replay replay;
    private final Accounts accounts = new Accounts();
    private final Tokens tokens;

    Core(Platform platform, Replay replay) {
        this.platform = platform;
        this.replay = replay;
        this.tokens = new Tokens(platform);
    }

    public Accounts accounts() {
        return accounts;
    }

    public Tokens tokens() {
        return tokens;
    }

    @Override
    public List<Routes> routes() {
        return List.of(new AccountRoutes(tokens), new SyncRoutes(platform, tokens, replay));
    }
}
