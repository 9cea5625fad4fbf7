package steward.app.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import steward.api.Ids;
import steward.api.Role;
import steward.store.Outbox;
import steward.store.Request;
import steward.sync.Engine;
import steward.sync.EngineOptions;
import steward.sync.Network;
import steward.sync.Session;
import steward.sync.TokenStore;

/**
 * Sends invitations as the window does: staged durably, sent by the engine, the organization open and pulled meanwhile.
 * Prints the seconds from the first line of work until every answer is on disk.
 */
final class SendRows {
    private static final Network DIRECT = new Network(Network.Proxy.NONE, null, 0, null, null);

    private SendRows() {}

    public static void main(String[] args) throws Exception {
        UUID org = UUID.fromString(args[2]);
        int expected = Integer.parseInt(args[4]);
        EngineOptions options =
                EngineOptions.of(Path.of(args[3])).with(TokenStore.memory()).with(DIRECT);
        try (Engine engine = Engine.open(options);
                Session session = engine.signIn(URI.create(args[0]), args[1], false)) {
            session.open(org);
            while (!session.store().organization(org).known()) Thread.sleep(5);
            long begin = System.nanoTime();
            session.store().outbox().stage(org, requests(expected), Duration.ZERO, "people.csv");
            Outbox.Counts counts = session.store().outbox().counts(org);
            while (counts.open() > 0 && counts.attention() == 0) {
                Thread.sleep(25);
                counts = session.store().outbox().counts(org);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (counts.done() != expected) throw new IllegalStateException(counts.toString());
            System.out.println(seconds);
        }
    }

    private static List<Request.InvitePerson> requests(int count) {
        List<Request.InvitePerson> requests = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            requests.add(new Request.InvitePerson(
                    Ids.next(), Samples.email(i), Role.MEMBER, Samples.name(i), "Room " + i % 400, i + 1L));
        }
        return requests;
    }
}
