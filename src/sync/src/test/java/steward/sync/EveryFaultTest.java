package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import steward.api.AddOns;
import steward.api.BillingInterval;
import steward.api.Json;
import steward.api.Organization;
import steward.api.PlanChoice;
import steward.api.PlanId;
import steward.api.Role;
import steward.server.Faults;
import steward.store.Operation;
import steward.store.OperationState;
import steward.store.OrganizationData;
import steward.store.Outbox;
import steward.store.Request;
import steward.sync.SyncException.Unreachable;
import steward.sync.SyncException.Unreachable.Reason;

/** Each fault at each kind of call: what is said of it, and that in the end nothing is lost and nothing doubled. */
class EveryFaultTest {

    /** What goes wrong once, and as what a call that waits for its answer tells it. */
    enum Wrong {
        UNAUTHORIZED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        STALE(412),
        RATE_LIMITED(429),
        FAULT(500),
        UNAVAILABLE(503),
        HTML(new Faults.Fault.Html(), Reason.NOT_THE_CONTRACT),
        GARBAGE(new Faults.Fault.Garbage(), Reason.NOT_THE_CONTRACT),
        HALF(new Faults.Fault.Truncate(), Reason.BROKEN_OFF),
        CUT(new Faults.Fault.Refuse(), Reason.BROKEN_OFF),
        LOST(new Faults.Fault.DropAfterCommit(), Reason.BROKEN_OFF);

        final Faults.Fault fault;
        final Reason reason;
        final int status;

        Wrong(int status) {
            this.fault = new Faults.Fault.Status(status, status == 429 ? "1" : null);
            this.reason = null;
            this.status = status;
        }

        Wrong(Faults.Fault fault, Reason reason) {
            this.fault = fault;
            this.reason = reason;
            this.status = 0;
        }

        Class<? extends SyncException> type() {
            return switch (status) {
                case 0 -> Unreachable.class;
                case 401 -> SyncException.Unauthorized.class;
                case 403 -> SyncException.Forbidden.class;
                case 404 -> SyncException.Rejected.class;
                case 409, 412 -> SyncException.Conflict.class;
                default -> SyncException.ServerFault.class;
            };
        }
    }

    @TempDir
    Path folder;

    World world;
    private Session session;

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
    }

    @AfterEach
    void stop() throws Exception {
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void isSaidAndSurvived(Wrong wrong) {
        signIn(wrong);
        pull(wrong);
        write(wrong);
        batch(wrong);
        online(wrong);
        stream(wrong);
    }

    /** No row of the table: the server is there, and does not answer in time. */
    @Test
    void survivesASlowServer() {
        world.pace = new Pace(
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                Duration.ofMinutes(1),
                Duration.ofSeconds(40));
        session = opened(world.signIn());
        plan("inviteBatch", new Faults.Fault.Delay(Duration.ofSeconds(3)));
        plan("getChanges", new Faults.Fault.Delay(Duration.ofSeconds(3)));
        Outbox.Staged staged = stage(World.invitation("slow@example.org"));
        World.await("sent", () -> state(staged) == OperationState.DONE);
        World.await("shown", () -> data().invitations().stream()
                .anyMatch(each -> each.before() != null && each.now().email().equals("slow@example.org")));
        assertThat(world.rows("SELECT recipient FROM mail")).containsExactly("slow@example.org");
    }

    private void signIn(Wrong wrong) {
        Engine engine = world.openEngine();
        plan("getMe", wrong.fault);
        assertTold(wrong, () -> engine.signIn(world.proxy.address(), world.ownerToken, true));
        assertThat(engine.accounts()).isEmpty();
        session = opened(engine.signIn(world.proxy.address(), world.ownerToken, true));
    }

    private void pull(Wrong wrong) {
        plan("getChanges", wrong.fault);
        world.join(world.org, world.account("new@example.com", "Newcomer"), Role.MEMBER);
        World.await("met", () -> world.faults.isUsedUp());
        Instant met = Instant.now();
        if (wrong.status == 401) signInAgain();
        // the role is looked up, and the cache of what may not be seen is gone: a person looks again
        boolean decided = wrong.type() != Unreachable.class && wrong.type() != SyncException.ServerFault.class;
        if (decided) World.await("pulled again", () -> refreshedSince(met));
        World.await("pulled", () -> data().members().size() == 3);
    }

    /** The pull that met the fault is over then: pulls of an organization come one after the other. */
    private boolean refreshedSince(Instant time) {
        session.refresh(world.org);
        return data().syncedAt().filter(time::isBefore).isPresent();
    }

    private void write(Wrong wrong) {
        Organization before = data().organization().orElseThrow().now();
        session.workOffline(true);
        plan("editOrganization", wrong.fault);
        Outbox.Staged staged = stage(new Request.EditOrganization(
                before, Json.mapper().createObjectNode().put("description", "After " + wrong)));
        session.workOffline(false);
        if (wrong.status == 401) {
            World.await("said so", () -> sending() == SendingState.Wait.SIGNED_OUT);
            World.await("put back", () -> state(staged) == OperationState.QUEUED);
            signInAgain();
        } else if (List.of(403, 404, 409).contains(wrong.status)) {
            World.await("asked", () -> state(staged) == OperationState.ATTENTION);
            Operation asked = operation(staged);
            assertThat(asked.resultStatus()).isEqualTo(wrong.status);
            assertThat(asked.problem().detail()).isNotBlank();
            assertThat(shown()).isEqualTo("After " + wrong);
            session.store().outbox().decide(asked.id(), Outbox.Decision.SEND_MINE);
        }
        World.await("written", () -> world.rows("SELECT description FROM organization WHERE id = '" + world.org + "'")
                .equals(List.of("After " + wrong)));
        World.await("settled", () -> session.store().outbox().counts().open() == 0);
        assertThat(world.rows("SELECT action FROM audit WHERE action = 'organization.edit'"))
                .as("its one effect")
                .hasSize(1);
    }

    private void batch(Wrong wrong) {
        plan("inviteBatch", wrong.fault);
        Outbox.Staged staged = session.store()
                .outbox()
                .stage(
                        world.org,
                        List.of(
                                World.invitation("a@example.org"),
                                World.invitation("b@example.org"),
                                World.invitation("c@example.org")),
                        Duration.ZERO,
                        null);
        if (wrong.status == 401) {
            World.await("said so", () -> sending() == SendingState.Wait.SIGNED_OUT);
            signInAgain();
        } else if (wrong.status == 403 || wrong.status == 404) {
            var waits = wrong.status == 403 ? SendingState.Wait.NOT_ALLOWED : SendingState.Wait.STOPPED;
            World.await("said so", () -> sending() == waits);
            assertThat(World.batch(session, staged.batchId())).allMatch(each -> each.state() == OperationState.QUEUED);
            session.pause(world.org, false);
        }
        World.await("sent", () -> World.batch(session, staged.batchId()).stream()
                .allMatch(each -> each.state() == OperationState.DONE));
        assertThat(world.rows("SELECT recipient FROM mail ORDER BY recipient"))
                .containsExactly("a@example.org", "b@example.org", "c@example.org");
    }

    private void online(Wrong wrong) {
        PlanChoice choice = new PlanChoice(PlanId.PRO, BillingInterval.MONTHLY, new AddOns(0, 0, 0));
        plan("previewChange", wrong.fault);
        assertTold(wrong, () -> session.online().preview(world.org, choice));
        if (wrong.status == 401) {
            assertThat(session.connection().state()).isEqualTo(Connection.State.SIGNED_OUT);
            signInAgain();
        }
        assertThat(session.online().preview(world.org, choice).choice()).isEqualTo(choice);
    }

    private void stream(Wrong wrong) {
        plan("streamEvents", wrong.fault);
        session.open(world.org);
        if (wrong.status == 401) {
            World.await("said so", () -> session.connection().state() == Connection.State.SIGNED_OUT);
            signInAgain();
        }
        World.await("connected", () -> session.connection().state() == Connection.State.CONNECTED);
        world.join(world.org, world.account("late@example.com", "Latecomer"), Role.MEMBER);
        World.await("heard of", () -> data().members().size() == 4);
    }

    private void plan(String operationId, Faults.Fault fault) {
        world.faults.clear();
        world.faults.next(operationId, fault);
    }

    private void signInAgain() {
        World.await("signed out", () -> session.connection().state() == Connection.State.SIGNED_OUT);
        session = world.engine.signIn(world.proxy.address(), world.ownerToken, true);
        World.await("signed in", () -> session.connection().state() == Connection.State.CONNECTED);
    }

    private static void assertTold(Wrong wrong, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        SyncException told = catchThrowableOfType(SyncException.class, call);
        assertThat(told).isInstanceOf(wrong.type());
        if (wrong.reason != null) assertThat(((Unreachable) told).reason()).isEqualTo(wrong.reason);
        if (wrong.status == 429) {
            assertThat(((SyncException.ServerFault) told).retryAfter()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    private Session opened(Session fresh) {
        fresh.open(world.org);
        World.await("pull", () -> fresh.store().organization(world.org).known());
        return fresh;
    }

    private OrganizationData data() {
        return session.store().organization(world.org);
    }

    private String shown() {
        return data().organization().orElseThrow().now().description();
    }

    private SendingState.Wait sending() {
        return session.sending(world.org).state();
    }

    private Outbox.Staged stage(Request request) {
        return session.store().outbox().stage(world.org, List.of(request), Duration.ZERO, null);
    }

    private Operation operation(Outbox.Staged staged) {
        return session.store().outbox().find(staged.operationIds().getFirst()).orElseThrow();
    }

    private OperationState state(Outbox.Staged staged) {
        return operation(staged).state();
    }
}
