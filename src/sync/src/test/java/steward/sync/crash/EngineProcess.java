package steward.sync.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.api.Ids;
import steward.api.Role;
import steward.store.Outbox;
import steward.store.Request;
import steward.store.StoreListener;
import steward.sync.Engine;
import steward.sync.EngineOptions;
import steward.sync.Network;
import steward.sync.Pace;
import steward.sync.Planted;
import steward.sync.Session;
import steward.sync.TokenStore;

/**
 * The engine as a program of its own: told by lines what to do, it tells by lines how far it is. Each line begins with the
 * run's nonce. It ends with the rig.
 */
public final class EngineProcess {

    private static final String CHANGED = "changed";
    private static final Pace BRIEF = new Pace(
            Pace.NORMAL.connect(),
            Pace.NORMAL.answer(),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Pace.NORMAL.directory(),
            Pace.NORMAL.silence());

    private final Session session;
    private final Orders orders;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    /**
     * What it is started with.
     *
     * @param brief whether waits after faults are short
     * @param first who is invited at once, or empty
     */
    record Orders(
            Path folder,
            URI server,
            String token,
            UUID orgId,
            String nonce,
            Planted planted,
            boolean brief,
            String first) {
        static Orders of(String[] args) {
            return new Orders(
                    Path.of(args[0]),
                    URI.create(args[1]),
                    args[2],
                    UUID.fromString(args[3]),
                    args[4],
                    Planted.valueOf(args[5]),
                    Boolean.parseBoolean(args[6]),
                    args[7]);
        }

        List<String> arguments() {
            return List.of(
                    folder.toString(),
                    server.toString(),
                    token,
                    orgId.toString(),
                    nonce,
                    planted.name(),
                    String.valueOf(brief),
                    first);
        }
    }

    private EngineProcess(Session session, Orders orders) {
        this.session = session;
        this.orders = orders;
    }

    public static void main(String[] args) throws InterruptedException {
        Orders orders = Orders.of(args);
        EngineOptions options = EngineOptions.of(orders.folder())
                .with(TokenStore.memory())
                .with(orders.brief() ? BRIEF : Pace.NORMAL)
                .with(new Network(Network.Proxy.NONE, null, 0, null, null));
        try (Engine engine = orders.planted().open(options, orders.server(), orders.token(), 1)) {
            Session session = engine.accounts().isEmpty()
                    ? engine.signIn(orders.server(), orders.token(), true)
                    : engine.resume(engine.accounts().getFirst(), orders.token());
            new EngineProcess(session, orders).run();
        }
    }

    private void run() throws InterruptedException {
        session.store().listen((part, _) -> {
            // one that waits already will see this change, too
            if (part == StoreListener.Part.OUTBOX && !events.contains(CHANGED)) events.add(CHANGED);
        });
        Thread.ofPlatform().daemon().start(this::listen);
        if (!orders.first().isEmpty()) stage(List.of(invitation(orders.first())));
        session.open(orders.orgId());
        events.add(CHANGED);
        say("ready");
        for (String event = events.take(); !event.equals("quit"); event = events.take()) handle(event);
    }

    private void handle(String event) {
        String[] words = event.split(" ");
        switch (words[0]) {
            case CHANGED -> tell(session.store().outbox().counts(orders.orgId()));
            case "stage" -> {
                session.workOffline(true);
                new People(orders.nonce(), Integer.parseInt(words[1]))
                        .requests()
                        .forEach(this::stage);
                say("staged");
            }
            case "go" -> session.workOffline(false);
            case "cancel" -> {
                List<UUID> ids = Stream.of(words).skip(1).map(UUID::fromString).toList();
                List<UUID> canceled = session.store().outbox().cancel(ids);
                say("canceled " + canceled.stream().map(UUID::toString).collect(Collectors.joining(" ")));
            }
            default -> throw new IllegalArgumentException(event);
        }
    }

    private void tell(Outbox.Counts counts) {
        int waiting = counts.held() + counts.queued() + counts.inFlight();
        say("at " + counts.done() + " " + waiting + " " + counts.attention());
    }

    private void stage(List<? extends Request> requests) {
        session.store().outbox().stage(orders.orgId(), requests, Duration.ZERO, null);
    }

    private static Request invitation(String email) {
        return new Request.InvitePerson(Ids.next(), email, Role.MEMBER, null, null, null);
    }

    private void say(String line) {
        System.out.println(orders.nonce() + " " + line);
        System.out.flush();
    }

    private void listen() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) events.add(line);
        } catch (IOException gone) {
            // as at the end of the stream
        }
        // no orphan outlives the rig
        if (!events.contains("quit")) Runtime.getRuntime().halt(3);
    }
}
