package steward.server;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import steward.server.account.AccountRoutes;
import steward.server.account.Accounts;
import steward.server.account.Tokens;
import steward.server.change.SyncRoutes;
import steward.server.db.Actor;
import steward.server.http.Replay;
import steward.server.http.Routes;
import steward.server.invitation.Acceptance;
import steward.server.invitation.InvitationRoutes;
import steward.server.invitation.Invitations;
import steward.server.member.Activity;
import steward.server.member.MemberRoutes;
import steward.server.member.Members;
import steward.server.organization.OrganizationRoutes;
import steward.server.organization.Organizations;
import steward.server.room.RoomRoutes;
import steward.server.room.Rooms;

/** Accounts, organizations, members, invitations, rooms, audit log, changes and events. Thread-safe. */
public final class Core implements Part {
    private static final Duration TOMBSTONES = Duration.ofDays(30);
    private static final Duration TIDYING = Duration.ofHours(1);

    private final Platform platform;
    private final Replay replay;
    private final Accounts accounts = new Accounts();
    private final Tokens tokens;
    private final Members members;
    private final Activity activity;
    private final Organizations organizations;
    private final Invitations invitations;
    private final Acceptance acceptance;
    private final Rooms rooms;
    private volatile Instant tidied = Instant.EPOCH;

    Core(Platform platform, Replay replay) {
        this.platform = platform;
        this.replay = replay;
        this.tokens = new Tokens(platform);
        this.members = new Members(platform);
        this.activity = new Activity(platform);
        this.organizations = new Organizations(platform, members);
        this.invitations = new Invitations(platform, members);
        this.acceptance = new Acceptance(invitations, members, accounts);
        this.rooms = new Rooms(platform);
    }

    public Accounts accounts() {
        return accounts;
    }

    Activity activity() {
        return activity;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Members members() {
        return members;
    }

    public Organizations organizations() {
        return organizations;
    }

    public Invitations invitations() {
        return invitations;
    }

    public Rooms rooms() {
        return rooms;
    }

    @Override
    public List<Routes> routes() {
        return List.of(
                new AccountRoutes(tokens),
                new OrganizationRoutes(platform, organizations, members),
                new MemberRoutes(members),
                new InvitationRoutes(platform, invitations, acceptance),
                new RoomRoutes(rooms),
                new SyncRoutes(platform, tokens, replay));
    }

    @Override
    public void sweep() {
        invitations.expire();
        Instant now = platform.clock().instant();
        if (tidied.plus(TIDYING).isAfter(now)) return;
        tidied = now;
        platform.database().write(Actor.PLATFORM, tx -> {
            replay.forget(tx);
            platform.changes().prune(tx, now.minus(TOMBSTONES));
            return null;
        });
    }
}
