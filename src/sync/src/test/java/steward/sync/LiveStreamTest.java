package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Role;
import steward.server.db.Actor;
import steward.store.OrganizationData;

/** The live stream broken: it goes on where it was, and finds out what one may not see any more. */
class LiveStreamTest {

    private static final Pattern LAST_EVENT = Pattern.compile("(?i)last-event-id: *(\\d+)");

    @TempDir
    Path folder;

    World world;
    private final List<Long> resumed = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
        world.proxy.plan(call -> {
            Matcher at = LAST_EVENT.matcher(call.head());
            if (call.path().endsWith("/events")) resumed.add(at.find() ? Long.parseLong(at.group(1)) : -1);
            return Fault.NONE;
        });
    }

    @AfterEach
    void stop() throws Exception {
        world.close();
    }

    @Test
    void goesOnAfterTheLastEventItHeard() throws Exception {
        Session session = world.signIn();
        session.open(world.org);
        OrganizationData data = session.store().organization(world.org);
        World.await("live", () -> resumed.size() == 1 && data.liveAt().isPresent());
        world.join(world.org, world.account("new@example.com", "Newcomer"), Role.MEMBER);
        World.await("heard of", () -> data.members().size() == 3);
        long heard = session.store().cacheWriter(world.org).cursor().after();
        world.proxy.refuse();
        world.join(world.org, world.account("away@example.com", "Away"), Role.MEMBER);
        world.proxy.listen();
        World.await("caught up", () -> data.members().size() == 4);
        World.await("connected again", () -> resumed.size() > 1);
        assertThat(resumed.getLast()).isGreaterThanOrEqualTo(heard).isGreaterThan(resumed.getFirst());
    }

    /** Nothing comes, not even a sign of life: a dead line looks like that. */
    @Test
    void leavesALineThatFellSilent() {
        world.pace = new Pace(
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                Duration.ofMinutes(1),
                Duration.ofMillis(500));
        Session session = world.signIn();
        session.open(world.org);
        World.await("connected again and again", () -> resumed.size() > 2);
        assertThat(session.connection().state()).isEqualTo(Connection.State.CONNECTED);
    }

    /** From Admin to Member while the panel is open: what was stored goes, what was staged waits and says why. */
    @Test
    void noticesThatTheRoleIsLost() {
        world.openEngine();
        Session session = world.engine.signIn(world.proxy.address(), world.adminToken, true);
        session.open(world.org);
        OrganizationData data = session.store().organization(world.org);
        World.await("pull", () -> data.members().size() == 2);
        World.await(
                "directory", () -> session.store().directory().entry(world.org).isPresent());
        session.workOffline(true);
        session.store().outbox().stage(world.org, List.of(World.invitation("a@example.org")), Duration.ZERO, null);
        world.server.platform().database().write(Actor.PLATFORM, tx -> tx.sql()
                .execute("UPDATE member SET role = 'member' WHERE id = ?", world.adminMember));
        session.workOffline(false);
        World.await("wiped", () -> !data.known());
        World.await(
                "the new role",
                () -> session.store()
                                .directory()
                                .entry(world.org)
                                .orElseThrow()
                                .organization()
                                .role()
                        == Role.MEMBER);
        World.await("said so", () -> session.sending(world.org).state() == SendingState.Wait.NOT_ALLOWED);
        assertThat(data.members()).isEmpty();
        World.await("kept", () -> session.store().outbox().counts().queued() == 1);
        assertThat(session.connection().state()).isEqualTo(Connection.State.CONNECTED);
    }
}
