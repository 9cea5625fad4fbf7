package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.server.MovableClock;
import steward.server.db.Actor;
import steward.store.Operation;
import steward.store.OperationState;
import steward.store.Outbox;

/** Time passes: keys grow old, undo windows outlive the program, calls last too long. */
class LongAgoTest {

    @TempDir
    Path folder;

    World world;
    private final MovableClock clock = MovableClock.system();
    private final AtomicInteger writes = new AtomicInteger();

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
        world.clientClock = clock;
    }

    @AfterEach
    void stop() throws Exception {
        world.close();
    }

    @Test
    void asksBeforeItSendsAgainAfterTwoWeeks() {
        Session session = pulled();
        Outbox.Staged staged = sentWithoutAnAnswer(session, Fault.DROP_ANSWER);
        comeBackAfter(session, Duration.ofDays(15));
        World.await("done", () -> operation(session, staged).state() == OperationState.DONE);
        assertThat(writes.get()).as("sent again").isZero();
        assertThat(world.rows("SELECT recipient FROM mail")).containsExactly("a@example.org");
    }

    @Test
    void sendsAgainWhatTheServerNeverSaw() {
        Session session = pulled();
        Outbox.Staged staged = sentWithoutAnAnswer(session, Fault.RESET_BEFORE);
        comeBackAfter(session, Duration.ofDays(15));
        World.await("done", () -> operation(session, staged).state() == OperationState.DONE);
        assertThat(writes.get()).isEqualTo(1);
        assertThat(world.rows("SELECT recipient FROM mail")).containsExactly("a@example.org");
    }

    @Test
    void asksAPersonWhatNobodyCanTell() {
        Session session = pulled();
        Outbox.Staged staged = sentWithoutAnAnswer(session, Fault.DROP_ANSWER);
        world.server.platform().database().write(Actor.PLATFORM, tx -> tx.sql().execute("DELETE FROM op_done"));
        comeBackAfter(session, Duration.ofDays(31));
        World.await("asked", () -> operation(session, staged).state() == OperationState.ATTENTION);
        assertThat(operation(session, staged).problem().type()).isEqualTo(Overdue.OUTCOME_UNKNOWN);
        assertThat(writes.get()).as("sent again").isZero();
    }

    /** The undo window ends with the program that offered it. */
    @Test
    void sendsAtTheNextStartWhatWasHeldAtTheLast() {
        Session first = pulled();
        Outbox.Staged staged = first.store()
                .outbox()
                .stage(world.org, List.of(World.invitation("a@example.org")), Duration.ofDays(1), null);
        World.await("said so", () -> first.sending(world.org).state() == SendingState.Wait.UNDO_WINDOW);
        assertThat(first.sending(world.org).until()).isAfter(clock.instant());
        assertThat(world.rows("SELECT recipient FROM mail")).isEmpty();
        Session second = world.restart();
        World.await("sent", () -> operation(second, staged).state() == OperationState.DONE);
        assertThat(world.rows("SELECT recipient FROM mail")).containsExactly("a@example.org");
    }

    /** A call that neither ends nor fails, whatever its time-outs: the watchdog ends it, and it is made again. */
    @Test
    void endsACallThatLastsLongerThanAnyMay() {
        world.clientClock = InstantSource.system();
        world.pace = new Pace(
                Duration.ofSeconds(2),
                Duration.ofMillis(700),
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                Duration.ofMinutes(1),
                Duration.ofSeconds(40));
        AtomicInteger calls = new AtomicInteger();
        world.courier = wire -> (orgId, operations) -> {
            if (calls.getAndIncrement() == 0) stall();
            return wire.deliver(orgId, operations);
        };
        Session session = pulled();
        Outbox.Staged staged = session.store()
                .outbox()
                .stage(world.org, List.of(World.invitation("a@example.org")), Duration.ZERO, null);
        World.await("sent after all", () -> operation(session, staged).state() == OperationState.DONE);
        assertThat(calls.get()).isGreaterThan(1);
        assertThat(world.rows("SELECT recipient FROM mail")).containsExactly("a@example.org");
    }

    private static void stall() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw Failures.interrupted(e);
        }
    }

    private Outbox.Staged sentWithoutAnAnswer(Session session, Fault fault) {
        world.proxy.plan(call -> {
            if (call.isWrite()) writes.incrementAndGet();
            return call.isWrite() ? fault : Fault.NONE;
        });
        Outbox.Staged staged = session.store()
                .outbox()
                .stage(world.org, List.of(World.invitation("a@example.org")), Duration.ZERO, null);
        World.await("sent", () -> writes.get() > 0);
        session.workOffline(true);
        World.await("unknown", () -> operation(session, staged).state() == OperationState.QUEUED);
        assertThat(operation(session, staged).firstSentAt()).isNotNull();
        return staged;
    }

    private void comeBackAfter(Session session, Duration away) {
        writes.set(0);
        world.proxy.plan(call -> {
            if (call.path().endsWith("/batch")) writes.incrementAndGet();
            return Fault.NONE;
        });
        clock.advance(away);
        session.workOffline(false);
    }

    private Session pulled() {
        Session session = world.signIn();
        session.open(world.org);
        World.await("pull", () -> session.store().organization(world.org).known());
        return session;
    }

    private static Operation operation(Session session, Outbox.Staged staged) {
        return session.store().outbox().find(staged.operationIds().getFirst()).orElseThrow();
    }
}
