package steward.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.api.Ids;
import steward.api.ProblemType;
import steward.api.Role;

/**
 * The outbox under a server that loses answers and a program that dies: whatever happens, each operation has one effect
 * or was canceled and has none, and effects on one object come in the order they were asked for.
 */
class OutboxPropertyTest {

    private static final UUID ACCOUNT = Ids.next();
    private static final List<UUID> ORGANIZATIONS = List.of(Ids.next(), Ids.next(), Ids.next());

    @TempDir
    Path folder;

    /** What a server does with keys: the first time an effect, later the first answer. */
    private static final class Server {
        private final Map<UUID, Operation> effects = new ConcurrentHashMap<>();
        private final List<Operation> order = new ArrayList<>();
        private int sent;

        synchronized void receive(Operation operation) {
            sent++;
            if (effects.putIfAbsent(operation.id(), operation) == null) order.add(operation);
        }
    }

    private final Samples.Clock clock = new Samples.Clock();
    private final Server server = new Server();
    private final Set<UUID> staged = new HashSet<>();
    private final Set<UUID> canceled = new HashSet<>();
    private AccountStore store;
    private UUID lease = Ids.next();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void oneEffectOrNoneWhateverDiesWhen(long seed) {
        Random random = new Random(seed);
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) people.add(Ids.next());
        store = AccountStore.open(folder, ACCOUNT, clock);
        for (int step = 0; step < 250; step++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> stage(random, people);
                case 2 -> cancelSome(random);
                case 3 -> crash();
                case 4 -> decideSome(random);
                default -> send(random, 0.3);
            }
            clock.forward(random.nextInt(4));
        }
        settle(random);
        check();
        store.close();
    }

    @Test
    void cancelAndClaimNeverBothWin() throws InterruptedException {
        store = AccountStore.open(folder, ACCOUNT, clock);
        UUID orgId = ORGANIZATIONS.getFirst();
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 600; i++) requests.add(Samples.invite("p" + i + "@x.org"));
        List<UUID> ids =
                store.outbox().stage(orgId, requests, Duration.ZERO, null).operationIds();
        Set<UUID> claimed = ConcurrentHashMap.newKeySet();
        Set<UUID> taken = ConcurrentHashMap.newKeySet();
        AtomicBoolean twice = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 2; t++) {
            threads.add(Thread.ofVirtual().unstarted(() -> {
                List<Operation> some;
                while (!(some = store.dispatch().claim(orgId, 7, lease, clock.instant())).isEmpty()) {
                    for (Operation operation : some) if (!claimed.add(operation.id())) twice.set(true);
                }
            }));
            int offset = t * 300;
            threads.add(Thread.ofVirtual().unstarted(() -> {
                for (int i = 299; i >= 0; i -= 3) {
                    for (UUID id : store.outbox().cancel(List.of(ids.get(offset + i)))) {
                        if (!taken.add(id)) twice.set(true);
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) thread.join();
        assertThat(twice).isFalse();
        assertThat(claimed).doesNotContainAnyElementsOf(taken);
        assertThat(claimed.size() + taken.size()).isEqualTo(600);
        store.close();
    }

    private void stage(Random random, List<UUID> people) {
        List<Request> requests = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int who = random.nextInt(people.size());
            var member = new steward.api.Member(
                    people.get(who), "p" + who + "@x.org", "P", Role.MEMBER, Samples.NOW, null, null, null, 1);
            requests.add(
                    switch (random.nextInt(3)) {
                        case 0 -> Samples.invite("p" + who + "@x.org");
                        case 1 -> new Request.ChangeRole(member, Role.ADMIN);
                        default -> new Request.RemoveMember(member);
                    });
        }
        Duration hold = random.nextBoolean() ? Duration.ofSeconds(5) : Duration.ZERO;
        List<UUID> refused = store.outbox().list().stream()
                .filter(each -> each.state() == OperationState.ATTENTION)
                .map(Operation::id)
                .toList();
        staged.addAll(store.outbox()
                .stage(ORGANIZATIONS.get(random.nextInt(3)), requests, hold, null)
                .operationIds());
        // inviting somebody again settles what was refused of them
        refused.stream()
                .filter(id -> store.outbox().find(id).orElseThrow().state() == OperationState.CANCELED)
                .forEach(canceled::add);
    }

    private void cancelSome(Random random) {
        List<UUID> some = staged.stream().filter(_ -> random.nextInt(10) == 0).toList();
        canceled.addAll(store.outbox().cancel(some));
    }

    private void decideSome(Random random) {
        for (Operation operation : store.outbox().list()) {
            if (operation.state() != OperationState.ATTENTION) continue;
            boolean mine = random.nextBoolean();
            UUID next = store.outbox()
                    .decide(operation.id(), mine ? Outbox.Decision.SEND_MINE : Outbox.Decision.KEEP_THEIRS);
            canceled.add(operation.id());
            if (mine) staged.add(next);
        }
    }

    /** The process dies: nothing is closed, and the next one has another lease. */
    private void crash() {
        AccountStore dead = store;
        store = AccountStore.open(folder, ACCOUNT, clock);
        lease = Ids.next();
        store.dispatch().recover(lease);
        dead.close();
    }

    private void send(Random random, double trouble) {
        for (UUID orgId : store.dispatch().organizations(clock.instant())) {
            List<Operation> claimed = store.dispatch().claim(orgId, 1 + random.nextInt(5), lease, clock.instant());
            assertThat(claimed).isNotEmpty();
            List<UUID> ids = claimed.stream().map(Operation::id).toList();
            double luck = random.nextDouble();
            if (luck < trouble / 4) store.dispatch().unsent(ids, clock.instant().plusSeconds(2));
            else if (luck < trouble / 2) refuse(claimed);
            else {
                claimed.forEach(server::receive);
                // the answer is lost in between, by a fault or a crash
                if (luck < trouble * 3 / 4) requeue(random, ids);
                else if (luck < trouble) crash();
                else
                    store.dispatch()
                            .answered(claimed.stream()
                                    .map(it -> Samples.done(it, (long) server.sent))
                                    .toList());
            }
        }
    }

    private void requeue(Random random, Collection<UUID> ids) {
        store.dispatch().requeue(ids, clock.instant().plusSeconds(random.nextInt(5)), null, random.nextBoolean());
    }

    /** Refused before any effect; one sent before may have had one, so the server answers that. */
    private void refuse(List<Operation> claimed) {
        store.dispatch()
                .answered(claimed.stream()
                        .map(it -> server.effects.containsKey(it.id())
                                ? Samples.done(it, 1L)
                                : new Dispatch.Answer(
                                        it.id(),
                                        OperationState.ATTENTION,
                                        409,
                                        null,
                                        ProblemType.CONFLICT.problem("No."),
                                        null,
                                        null))
                        .toList());
    }

    private void settle(Random random) {
        for (int i = 0; i < 2000 && store.outbox().counts().open() > 0; i++) {
            clock.forward(10);
            decideSome(random);
            send(random, 0);
        }
    }

    private void check() {
        assertThat(store.outbox().counts().open()).isZero();
        Set<UUID> expected = new HashSet<>(staged);
        expected.removeAll(canceled);
        assertThat(server.effects.keySet()).isEqualTo(expected);
        for (UUID id : expected) {
            assertThat(store.outbox().find(id).orElseThrow().state()).isEqualTo(OperationState.DONE);
        }
        Map<String, Long> last = new HashMap<>();
        for (Operation effect : server.order) {
            Long before = last.put(effect.orgId() + " " + effect.subject(), effect.seq());
            if (before != null) assertThat(effect.seq()).isGreaterThan(before);
        }
    }
}
