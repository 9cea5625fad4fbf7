package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.api.Role;
import steward.api.ServerInfo;
import steward.store.AccountStore;
import steward.store.Operation;
import steward.store.Request;

class SendingTest {
    private static final Instant START = Instant.parse("2026-11-24T14:32:00Z");

    /** Each look is later than the one before, as with a real clock. */
    private static final class Ticking implements InstantSource {
        private Instant now = START;

        @Override
        public synchronized Instant instant() {
            now = now.plusMillis(1);
            return now;
        }
    }

    private static final class Nobody implements Gate.Listener, Sending.Listener {
        @Override
        public void connected() {}

        @Override
        public void restored(ServerInfo info) {}

        @Override
        public void changed() {}

        @Override
        public void sent(UUID orgId, List<Operation> operations) {}
    }

    /** Looking again at once, and at once again, would take a whole processor from the call that is awaited. */
    @Test
    void looksNoMoreWhileWhatIsDueWaitsForACallOnItsWay(@TempDir Path folder) {
        var clock = new Ticking();
        UUID orgId = Ids.next();
        List<Runnable> begun = new ArrayList<>();
        try (AccountStore store = AccountStore.open(folder, Ids.next(), clock)) {
            Sending sending = sending(store, clock, begun);
            var people = List.of(invite("a@haven.example"), invite("b@haven.example"));
            store.outbox().stage(orgId, people, Duration.ZERO, null);

            Instant first = sending.tend(clock.instant());
            Instant second = sending.tend(clock.instant());

            assertThat(begun).hasSize(1);
            assertThat(store.dispatch().nextDue(clock.instant())).isPresent();
            assertThat(first).isNull();
            assertThat(second).isNull();
        }
    }

    private static Sending sending(AccountStore store, InstantSource clock, List<Runnable> begun) {
        var info = new ServerInfo(
                Ids.next(), "1", "Server", "1", 1, START, 30, new ServerInfo.Limits(500, 500, 1_048_576, 2_048));
        var nobody = new Nobody();
        var gate = new Gate(info, () -> info, () -> "token", clock, new BackOff(World.SHORT, new Random(1)), nobody);
        gate.probe();
        return new Sending(
                store.dispatch(),
                new Sending.Delivery(null, null, null),
                gate,
                new Sending.Work(clock, begun::add, Duration.ofMinutes(1)),
                orgId -> new Lane(orgId, new BackOff(World.SHORT, new Random(1)), 500),
                nobody);
    }

    private static Request.InvitePerson invite(String email) {
        return new Request.InvitePerson(Ids.next(), email, Role.MEMBER, null, null, null);
    }
}
