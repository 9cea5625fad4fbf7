package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Json;
import steward.api.Room;
import steward.store.Operation;
import steward.store.OperationState;
import steward.store.OrganizationData;
import steward.store.Outbox;
import steward.store.Request;
import steward.sync.Connection.State;
import tools.jackson.databind.node.ObjectNode;

class EngineTest {

    @TempDir
    Path folder;

    World world;

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
    }

    @AfterEach
    void stop() throws Exception {
        world.close();
    }

    @Test
    void signsInAndPullsWhatThereIs() {
        Session session = world.signIn();
        assertThat(session.account().email()).isEqualTo("olivia@example.com");
        World.await(
                "directory", () -> session.store().directory().entry(world.org).isPresent());
        session.open(world.org);
        OrganizationData data = session.store().organization(world.org);
        World.await("members", () -> data.members().size() == 2);
        World.await("catalog", () -> data.catalog().isPresent());
        World.await("live", () -> data.liveAt().isPresent());
        assertThat(session.connection().state()).isEqualTo(State.CONNECTED);
        assertThat(data.organization().orElseThrow().now().name()).isEqualTo("Acme");
        session.refreshAudit(world.org);
        World.await("audit", () -> !data.audit().isEmpty());
    }

    @Test
    void refusesAWrongTokenAndOtherServers() {
        Engine engine = world.openEngine();
        assertThatThrownBy(() -> engine.signIn(world.proxy.address(), "not-a-token", true))
                .isInstanceOf(SyncException.Unauthorized.class);
        assertThatThrownBy(() -> engine.probe(java.net.URI.create("http://example.com")))
                .isInstanceOf(SyncException.Unreachable.class);
        world.proxy.plan(call -> Fault.HTML);
        assertThatThrownBy(() -> engine.probe(world.proxy.address()))
                .isInstanceOfSatisfying(SyncException.Unreachable.class, e -> assertThat(e.reason())
                        .isEqualTo(SyncException.Unreachable.Reason.NOT_THE_CONTRACT));
        assertThat(engine.accounts()).isEmpty();
    }

    @Test
    void sendsWhatWasMadeOfflineAfterARestart() throws Exception {
        Session first = world.signIn();
        first.open(world.org);
        World.await("pull", () -> first.store().organization(world.org).known());
        world.proxy.refuse();
        Outbox.Staged staged = first.store()
                .outbox()
                .stage(
                        world.org,
                        List.of(World.invitation("a@example.org"), World.invitation("b@example.org")),
                        Duration.ZERO,
                        null);
        World.await("offline", () -> first.connection().state() == State.UNREACHABLE);

        Session second = world.restart();
        assertThat(second.store().organization(world.org).members()).hasSize(2);
        assertThat(second.store().organization(world.org).invitations()).hasSize(2);
        second.open(world.org);
        World.await("said so", () -> second.sending(world.org).state() == SendingState.Wait.OFFLINE);
        world.proxy.listen();
        World.await("sent", () -> World.batch(second, staged.batchId()).stream()
                .allMatch(each -> each.state() == OperationState.DONE));
        assertThat(world.rows("SELECT recipient FROM mail ORDER BY recipient"))
                .containsExactly("a@example.org", "b@example.org");
        World.await("shown as the server has it", () -> second.store().organization(world.org).invitations().stream()
                .allMatch(each -> each.before() != null && !each.isPending()));
    }

    @Test
    void sendsNothingByATokenThatIsAnotherAccounts() {
        world.signIn().open(world.org);
        Engine.KnownAccount owner = world.engine.accounts().getFirst();
        world.engine.close();
        Session session = world.openEngine().resume(owner, world.adminToken);
        session.store().outbox().stage(world.org, List.of(World.invitation("a@example.org")), Duration.ZERO, null);
        World.await("found out", () -> session.connection().state() == State.SIGNED_OUT);
        assertThat(session.store().outbox().counts().queued()).isEqualTo(1);
        assertThat(world.rows("SELECT recipient FROM mail")).isEmpty();
        world.engine.resume(owner, world.ownerToken);
        World.await("sent", () -> session.store().outbox().counts().open() == 0);
        assertThat(world.rows("SELECT recipient FROM mail")).containsExactly("a@example.org");
    }

    @Test
    void entersForOneRunAndLeavesWhatIsKept() {
        world.signIn();
        assertThat(world.engine
                        .enter(world.proxy.address(), world.ownerToken)
                        .account()
                        .email())
                .isEqualTo("olivia@example.com");
        world.engine.enter(world.proxy.address(), world.adminToken);
        world.engine.close();
        assertThat(world.openEngine().accounts())
                .extracting(Engine.KnownAccount::remembered)
                .containsExactly(false, true);
    }

    @Test
    void sendsNothingWhereThatWasSaid() {
        Session session = world.signIn();
        world.engine.close();
        EngineOptions options = EngineOptions.of(world.folder.resolve("data"))
                .with(world.tokens)
                .withoutSending();
        try (Engine quiet = Engine.open(options)) {
            Session held = quiet.resume(quiet.accounts().getFirst()).orElseThrow();
            held.store().outbox().stage(world.org, List.of(World.invitation("a@example.org")), Duration.ZERO, null);
            held.fetch(world.org);
            held.sendNow();
            assertThat(held.connection().state()).isEqualTo(State.CONNECTED);
            assertThat(held.store().outbox().counts().queued()).isEqualTo(1);
        }
        assertThat(session.account().email()).isEqualTo("olivia@example.com");
        assertThat(world.rows("SELECT recipient FROM mail")).isEmpty();
        Session sends = world.restart();
        World.await("sent", () -> sends.store().outbox().counts().open() == 0);
    }

    @Test
    void hearsOfChangesAtOnce() {
        Session session = world.signIn();
        session.open(world.org);
        OrganizationData data = session.store().organization(world.org);
        World.await("live", () -> data.liveAt().isPresent());
        world.join(world.org, world.account("new@example.com", "Newcomer"), steward.api.Role.MEMBER);
        World.await("newcomer", () -> data.members().size() == 3);
    }

    @Test
    void mergesDisjointChangesAndAsksAboutOthers() {
        Session session = world.signIn();
        session.open(world.org);
        OrganizationData data = session.store().organization(world.org);
        World.await("pull", data::known);
        var mine = data.organization().orElseThrow().before();
        session.workOffline(true);
        Engine other = EngineOther.open(world);
        try {
            Session theirs = other.signIn(world.proxy.address(), world.adminToken, false);
            theirs.open(world.org);
            World.await(
                    "their pull", () -> theirs.store().organization(world.org).known());
            stage(
                    theirs,
                    new Request.EditOrganization(
                            mine, Json.mapper().createObjectNode().put("description", "Theirs")));
            World.await("theirs", () -> world.rows("SELECT description FROM organization WHERE name = 'Acme'")
                    .equals(List.of("Theirs")));
        } finally {
            other.close();
        }
        Outbox.Staged disjoint = stage(session, new Request.EditOrganization(mine, patch("accentColor", "#123456")));
        Outbox.Staged differs = stage(session, new Request.EditOrganization(mine, patch("description", "Mine")));
        session.workOffline(false);
        World.await("merged", () -> world.rows("SELECT accent_color FROM organization WHERE id = '" + world.org + "'")
                .equals(List.of("#123456")));
        assertThat(find(session, disjoint).state()).isEqualTo(OperationState.CANCELED);
        World.await(
                () -> "asked: " + find(session, differs),
                () -> find(session, differs).state() == OperationState.ATTENTION);
        assertThat(find(session, differs)
                        .problem()
                        .current()
                        .path("description")
                        .asString())
                .isEqualTo("Theirs");
        Outbox.Staged same = stage(session, new Request.EditOrganization(mine, patch("accentColor", "#123456")));
        session.store().outbox().decide(differs.operationIds().getFirst(), Outbox.Decision.KEEP_THEIRS);
        World.await("same is done", () -> find(session, same).state() == OperationState.DONE);
        assertThat(world.rows("SELECT description FROM organization WHERE id = '" + world.org + "'"))
                .containsExactly("Theirs");
    }

    @Test
    void keepsTheQueueWhenTheTokenIsRevoked() {
        Session session = world.signIn();
        session.open(world.org);
        World.await("pull", () -> session.store().organization(world.org).known());
        world.server.platform().database().write(steward.server.db.Actor.PLATFORM, tx -> tx.sql()
                .execute("DELETE FROM token"));
        Outbox.Staged staged = stage(session, World.invitation("later@example.org"));
        World.await("signed out", () -> session.connection().state() == State.SIGNED_OUT);
        World.await("said so", () -> session.sending(world.org).state() == SendingState.Wait.SIGNED_OUT);
        Session again = world.engine.signIn(world.proxy.address(), world.token(world.owner), true);
        World.await(
                "sent", () -> World.batch(again, staged.batchId()).getFirst().state() == OperationState.DONE);
        assertThat(world.rows("SELECT recipient FROM mail")).containsExactly("later@example.org");
    }

    @Test
    void findsAMovedServerByItsIdAndKeepsItsStore() throws Exception {
        Session session = world.signIn();
        session.open(world.org);
        World.await("pull", () -> session.store().organization(world.org).known());
        world.engine.close();
        try (FaultProxy moved = new FaultProxy(java.net.URI.create(world.server.url()))) {
            world.proxy.refuse();
            Engine engine = world.openEngine();
            Session found = engine.signIn(moved.address(), world.ownerToken, true);
            assertThat(found.store().organization(world.org).known()).isTrue();
            assertThat(engine.accounts()).hasSize(1);
            assertThat(engine.accounts().getFirst().server()).isEqualTo(moved.address());
        }
    }

    @Test
    void sendsNothingToAnotherServerAtTheSameAddress() throws Exception {
        Session session = world.signIn();
        session.open(world.org);
        World.await("pull", () -> session.store().organization(world.org).known());
        try (World stranger = new World(folder.resolve("stranger"))) {
            world.proxy.refuse();
            stage(session, World.invitation("secret@example.org"));
            World.await("offline", () -> session.connection().state() == State.UNREACHABLE);
            java.util.Set<String> seen = java.util.concurrent.ConcurrentHashMap.newKeySet();
            world.proxy.plan(call -> {
                seen.add(call.path());
                return Fault.NONE;
            });
            world.proxy.target(java.net.URI.create(stranger.server.url()));
            world.proxy.listen();
            World.await("asked who it is", () -> !seen.isEmpty());
            World.await(
                    "not believed",
                    () -> session.connection().reason() == SyncException.Unreachable.Reason.NOT_THE_CONTRACT);
            assertThat(seen).containsExactly("/v1/server");
            world.proxy.target(java.net.URI.create(world.server.url()));
            World.await("sent", () -> world.rows("SELECT recipient FROM mail").size() == 1);
        }
    }

    @Test
    void makesAndEditsARoomOfflineInOrder() {
        Session session = world.signIn();
        session.open(world.org);
        OrganizationData data = session.store().organization(world.org);
        World.await("pull", data::known);
        session.workOffline(true);
        var settings = new steward.api.RoomSettings(
                true, false, null, true, false, steward.api.RoomRecording.OFF, 10, steward.api.WhoMayStart.MEMBERS);
        var id = steward.api.Ids.next();
        stage(session, new Request.CreateRoom(new steward.api.NewRoom(id, "Lab", "lab", "", settings)));
        Room shown = data.rooms().getFirst().now();
        stage(
                session,
                new Request.EditRoom(shown, Json.mapper().createObjectNode().put("name", "Laboratory")));
        assertThat(data.rooms().getFirst().now().name()).isEqualTo("Laboratory");
        session.workOffline(false);
        World.await("made and edited", () -> world.rows("SELECT name FROM room").equals(List.of("Laboratory")));
    }

    private static ObjectNode patch(String field, String value) {
        return Json.mapper().createObjectNode().put(field, value);
    }

    private static Operation find(Session session, Outbox.Staged staged) {
        return session.store().outbox().find(staged.operationIds().getFirst()).orElseThrow();
    }

    private Outbox.Staged stage(Session session, Request request) {
        return session.store().outbox().stage(world.org, List.of(request), Duration.ZERO, null);
    }

    /** A second engine beside the world's own, on a folder of its own. */
    private static final class EngineOther {
        static Engine open(World world) {
            return LocalEngine.open(
                    EngineOptions.of(world.folder.resolve("other"))
                            .with(TokenStore.memory())
                            .with(World.SHORT),
                    new java.util.Random(2),
                    given -> given);
        }
    }
}
