package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import steward.api.Invitation;
import steward.api.InvitationState;
import steward.api.Role;
import steward.server.MovableClock;
import steward.server.db.Actor;
import steward.store.Operation;
import steward.store.OperationState;
import steward.store.Outbox;
import steward.store.Request;
import steward.sync.SendingState.Wait;
import steward.sync.SyncException.Unreachable;
import steward.sync.SyncException.Unreachable.Reason;

/** The table of answers in sync.md, row by row, against the real server behind the fault proxy. */
class AnswersTest {

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

    @ParameterizedTest
    @EnumSource(
            names = {"NONE", "ENDLESS"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyFaultIsOneOfTheFamily(Fault fault) {
        Pace quick = new Pace(
                Duration.ofSeconds(1),
                Duration.ofMillis(400),
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1));
        PlatformCalls calls = new Calls(OkHttpClient::new, quick, InstantSource.system())
                .make(PlatformCalls.class, () -> world.proxy.address(), () -> world.ownerToken, Turnstile.OPEN);
        calls.me();
        world.proxy.plan(call -> fault);
        SyncException failure = catchThrowableOfType(SyncException.class, calls::me);
        switch (fault) {
            case TWICE -> assertThat(failure).isNull();
            case STALL -> assertUnreachable(failure, Reason.TIMED_OUT);
            case RESET_BEFORE, RESET_WITHIN, RESET_AFTER, DROP_ANSWER, TRUNCATE ->
                assertUnreachable(failure, Reason.BROKEN_OFF);
            case GARBAGE, HTML, REDIRECT -> assertUnreachable(failure, Reason.NOT_THE_CONTRACT);
            case BAD_REQUEST, TOO_LARGE -> assertThat(failure).isInstanceOf(SyncException.Rejected.class);
            default -> assertThat(failure).isInstanceOf(SyncException.ServerFault.class);
        }
        if (fault == Fault.RATE_SECONDS) {
            assertThat(((SyncException.ServerFault) failure).retryAfter()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void readsNoAnswerWithoutEnd() {
        world.proxy.plan(call -> Fault.ENDLESS);
        PlatformCalls calls = new Calls(OkHttpClient::new, Pace.NORMAL, InstantSource.system())
                .make(PlatformCalls.class, () -> world.proxy.address(), () -> world.ownerToken, Turnstile.OPEN);
        assertUnreachable(catchThrowableOfType(SyncException.class, calls::me), Reason.NOT_THE_CONTRACT);
    }

    @Test
    void findsTheCulpritOfABatchAndSendsTheRest() {
        Session session = pulled();
        world.proxy.plan(call -> call.body().contains("culprit@") ? Fault.BAD_REQUEST : Fault.NONE);
        Outbox.Staged staged = stage(session, 60, 37);
        await(session, staged);
        List<Operation> all = World.batch(session, staged.batchId());
        assertThat(all.get(37).state()).isEqualTo(OperationState.ATTENTION);
        assertThat(all).filteredOn(each -> each.state() == OperationState.DONE).hasSize(59);
        assertThat(world.rows("SELECT recipient FROM mail")).hasSize(59);
    }

    @Test
    void halvesBatchesThatAreTooLarge() {
        Session session = pulled();
        AtomicInteger refused = new AtomicInteger();
        world.proxy.plan(call -> {
            boolean large = call.body().split("opId", -1).length - 1 > 30;
            if (large) refused.incrementAndGet();
            return large ? Fault.TOO_LARGE : Fault.NONE;
        });
        Outbox.Staged staged = stage(session, 150, -1);
        await(session, staged);
        assertThat(World.batch(session, staged.batchId())).allMatch(each -> each.state() == OperationState.DONE);
        assertThat(refused.get()).isBetween(2, 12);
    }

    /** What comes too often or too early is not too much at once. */
    @ParameterizedTest
    @CsvSource({"RATE_GARBAGE, 150", "UNAVAILABLE_AT_ONCE, 100"})
    void sendsLessAtOnceOnlyWhereThatMayHelp(Fault fault, int next) {
        Session session = pulled();
        List<Integer> sizes = new CopyOnWriteArrayList<>();
        world.proxy.plan(call -> {
            if (!call.isWrite()) return Fault.NONE;
            sizes.add(call.body().split("opId", -1).length - 1);
            return sizes.size() == 1 ? fault : Fault.NONE;
        });
        await(session, stage(session, 150, -1));
        assertThat(sizes.subList(0, 2)).containsExactly(150, next);
    }

    @ParameterizedTest
    @CsvSource({"408, true", "425, false", "429, false", "500, true", "502, true", "503, true", "504, true"})
    void knowsWhichFaultsMayBeOfTooMuchAtOnce(int status, boolean tooMuch) {
        assertThat(new SyncException.ServerFault(status, null).isTooMuchAtOnce())
                .isEqualTo(tooMuch);
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        Session session = pulled();
        AtomicInteger writes = new AtomicInteger();
        List<Instant> tries = new ArrayList<>();
        world.proxy.plan(call -> {
            if (!call.isWrite()) return Fault.NONE;
            synchronized (tries) {
                tries.add(Instant.now());
            }
            return writes.getAndIncrement() == 0 ? Fault.UNAVAILABLE_SECONDS : Fault.NONE;
        });
        Outbox.Staged staged = stage(session, 3, -1);
        World.await("said so", () -> {
            SendingState said = session.sending(world.org);
            return said.state() == Wait.SERVER_ASKED && said.until() != null;
        });
        await(session, staged);
        assertThat(Duration.between(tries.get(0), tries.get(1)))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(9));
    }

    /** What can go only after a person has decided is not called being sent. */
    @Test
    void saysThatWhatIsLeftWaitsForAPerson() {
        Session session = pulled();
        world.proxy.plan(call -> call.isWrite() ? Fault.BAD_REQUEST : Fault.NONE);
        Outbox.Staged refused = stage(session, 1, -1);
        await(session, refused);
        Operation first = World.batch(session, refused.batchId()).getFirst();
        Invitation shown = new Invitation(
                first.objectId(),
                first.subject(),
                Role.MEMBER,
                null,
                null,
                InvitationState.PENDING,
                "Owner",
                first.createdAt(),
                first.createdAt(),
                first.createdAt(),
                1);
        session.store().outbox().stage(world.org, List.of(new Request.ResendInvitation(shown)), Duration.ZERO, null);
        World.await("said so", () -> session.sending(world.org).state() == Wait.BEHIND_ATTENTION);
        session.store().outbox().decide(first.id(), Outbox.Decision.KEEP_THEIRS);
        World.await("all said", () -> session.sending(world.org).state() == Wait.NOTHING_TO_SEND);
    }

    private MovableClock standingClock() {
        MovableClock clock = MovableClock.system();
        clock.set(Instant.now());
        world.clientClock = clock;
        return clock;
    }

    /** The first write is told to come again in a second; counts them all. */
    private AtomicInteger refusedOnce() {
        AtomicInteger writes = new AtomicInteger();
        world.proxy.plan(
                call -> call.isWrite() && writes.getAndIncrement() == 0 ? Fault.UNAVAILABLE_SECONDS : Fault.NONE);
        return writes;
    }

    /** The time the server set is for all of an organization, and outlives the program. */
    @Test
    void waitsAsLongAsTheServerAsksThroughARestart() {
        MovableClock clock = standingClock();
        Session session = pulled();
        AtomicInteger writes = refusedOnce();
        Outbox.Staged refused = stage(session, 1, -1);
        World.await("said so", () -> session.sending(world.org).state() == Wait.SERVER_ASKED);
        session.store().outbox().stage(world.org, List.of(World.invitation("q@example.org")), Duration.ZERO, null);
        Session again = world.restart();
        World.await("connected", () -> again.connection().state() == Connection.State.CONNECTED);
        World.await("still waits", () -> again.sending(world.org).state() == Wait.SERVER_ASKED);
        assertThat(writes.get()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        await(again, refused);
        World.await("all sent", () -> world.rows("SELECT recipient FROM mail").size() == 2);
    }

    /** A wait is a length of time and no time of day: nothing stalls for the day the clock was set back. */
    @Test
    void waitsNoLongerWhenTheClockIsTurnedBack() {
        MovableClock clock = standingClock();
        Session session = pulled();
        AtomicInteger writes = refusedOnce();
        Outbox.Staged refused = stage(session, 1, -1);
        World.await("said so", () -> session.sending(world.org).state() == Wait.SERVER_ASKED);
        clock.set(clock.instant().minus(Duration.ofDays(1)));
        World.await("noticed", () -> session.sending(world.org)
                .until()
                .isBefore(clock.instant().plusSeconds(2)));
        assertThat(writes.get()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        await(session, refused);
    }

    /** No server asks for more than an hour: what is left of such a wait after the clock was set back is no more. */
    @Test
    void waitsNoLongerWhenTheClockWasTurnedBackBetweenTwoStarts() {
        MovableClock clock = standingClock();
        Session session = pulled();
        AtomicInteger writes = refusedOnce();
        Outbox.Staged refused = stage(session, 1, -1);
        World.await("said so", () -> session.sending(world.org).state() == Wait.SERVER_ASKED);
        world.engine.close();
        clock.set(clock.instant().minus(Duration.ofDays(1)));
        Session again = world.restart();
        World.await("still waits", () -> again.sending(world.org).state() == Wait.SERVER_ASKED);
        clock.advance(Duration.ofHours(1));
        await(again, refused);
    }

    /** Retrying is the outbox's alone: each time a call goes out, it has claimed what it carries. */
    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE_AT_ONCE", "RATE_SECONDS", "DROP_ANSWER", "RESET_BEFORE", "REDIRECT"})
    void sendsNothingAgainBelowTheOutbox(Fault fault) {
        Session session = pulled();
        AtomicInteger writes = new AtomicInteger();
        world.proxy.plan(call -> call.isWrite() && writes.incrementAndGet() <= 3 ? fault : Fault.NONE);
        Outbox.Staged staged = stage(session, 1, -1);
        await(session, staged);
        assertThat(World.batch(session, staged.batchId()).getFirst().attempts()).isEqualTo(writes.get());
    }

    @Test
    void pausesAnOrganizationThatIsNotAllowedAnyMore() {
        world.openEngine();
        Session session = world.engine.signIn(world.proxy.address(), world.adminToken, true);
        session.open(world.org);
        World.await("pull", () -> session.store().organization(world.org).known());
        session.workOffline(true);
        Outbox.Staged staged = stage(session, 3, -1);
        role("member");
        session.workOffline(false);
        World.await("said so", () -> session.sending(world.org).state() == Wait.NOT_ALLOWED);
        assertThat(World.batch(session, staged.batchId())).allMatch(each -> each.state() == OperationState.QUEUED);
        role("admin");
        session.pause(world.org, false);
        await(session, staged);
        assertThat(world.rows("SELECT recipient FROM mail")).hasSize(3);
    }

    @Test
    void resendsNothingSilentlyToARestoredServer() {
        Session session = pulled();
        world.proxy.plan(call -> call.isWrite() ? Fault.DROP_ANSWER : Fault.NONE);
        Outbox.Staged staged = stage(session, 2, -1);
        World.await("sent", () -> world.rows("SELECT recipient FROM mail").size() == 2);
        session.workOffline(true);
        // a call that had begun is no call to the restored server
        World.await("quiet", () -> session.store().outbox().counts().inFlight() == 0);
        world.server.platform().database().write(Actor.PLATFORM, tx -> tx.sql()
                .execute("UPDATE server_info SET epoch = 'restored'"));
        world.restartServer();
        AtomicInteger writes = new AtomicInteger();
        world.proxy.plan(call -> {
            if (call.isWrite()) writes.incrementAndGet();
            return Fault.NONE;
        });
        session.workOffline(false);
        World.await("said so", () -> session.sending(world.org).state() == Wait.SERVER_RESTORED);
        World.await("connected", () -> session.connection().state() == Connection.State.CONNECTED);
        Session again = world.restart();
        World.await("connected", () -> again.connection().state() == Connection.State.CONNECTED);
        World.await("still", () -> again.sending(world.org).state() == Wait.SERVER_RESTORED);
        assertThat(writes.get()).isZero();
        again.pause(world.org, false);
        await(again, staged);
        assertThat(world.rows("SELECT recipient FROM mail")).hasSize(2);
    }

    private Session pulled() {
        Session session = world.signIn();
        session.open(world.org);
        World.await("pull", () -> session.store().organization(world.org).known());
        return session;
    }

    private Outbox.Staged stage(Session session, int people, int culprit) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            requests.add(World.invitation((i == culprit ? "culprit" : "p" + i) + "@example.org"));
        }
        return session.store().outbox().stage(world.org, requests, Duration.ZERO, null);
    }

    private static void await(Session session, Outbox.Staged staged) {
        World.await(
                () -> "settled: " + session.store().outbox().counts(),
                () -> World.batch(session, staged.batchId()).stream()
                        .allMatch(each ->
                                each.state() == OperationState.DONE || each.state() == OperationState.ATTENTION));
    }

    private void role(String role) {
        world.server.platform().database().write(Actor.PLATFORM, tx -> tx.sql()
                .execute("UPDATE member SET role = ? WHERE id = ?", role, world.adminMember));
    }

    private static void assertUnreachable(SyncException failure, Reason reason) {
        assertThat(failure).isInstanceOfSatisfying(Unreachable.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
