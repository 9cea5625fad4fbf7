package steward.server;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.server.billing.Billing;
import steward.server.change.Audit;
import steward.server.change.Changes;
import steward.server.change.Events;
import steward.server.contract.ContractFile;
import steward.server.db.Database;
import steward.server.http.Handlers;
import steward.server.http.Pipeline;
import steward.server.http.Replay;
import steward.server.mail.Handover;
import steward.server.recording.Recordings;
import steward.server.runtime.Meetings;
import steward.server.usage.Usage;

/** A running reference server on the loopback interface. Thread-safe. */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int SWEEP_SECONDS = 2;

    private final Platform platform;
    private final Core core;
    private final List<Part> parts;
    private final Javalin http;
    private final ScheduledExecutorService sweeper;

    /**
     * Opens the data and listens; the database is on disk whenever a change was answered.
     *
     * @throws StartException when that cannot be
     */
    public static Server start(ServerOptions options) {
        Database database = Database.open(options.folder(), options.clock());
        boolean done = false;
        try {
            Server server = new Server(options, database);
            done = true;
            return server;
        } catch (JavalinBindException e) {
            throw new StartException(
                    StartException.Reason.PORT_TAKEN,
                    "The port " + options.port() + " is in use by another program. Choose another with --port.",
                    e);
        } finally {
            if (!done) database.close();
        }
    }

    private Server(ServerOptions options, Database database) {
        Events events = new Events();
        platform = new Platform(options, options.clock(), database, new Changes(events), events, new Audit());
        Replay replay = new Replay();
        core = new Core(platform, replay);
        parts = parts(platform, core);
        parts.forEach(Part::resume);
        ServerFacts facts = new ServerFacts(platform);
        ContractFile contract = ContractFile.read();
        Handlers handlers = handlers(contract, facts);
        Pipeline pipeline =
                new Pipeline(database, core.tokens(), options.faults(), contract, replay, core.activity()::seen);
        http = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.showOldJavalinVersionWarning = false;
                    config.http.prefer405over404 = true;
                    config.concurrency.useVirtualThreads = true;
                    pipeline.install(config.routes, contract, handlers, facts.epoch());
                })
                .start(LOOPBACK, options.port());
        sweeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("server-sweep").daemon().factory());
        sweeper.scheduleWithFixedDelay(() -> eachSafely(Part::sweep), SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
        LOG.info("listening on {}", url());
    }

    private Handlers handlers(ContractFile contract, ServerFacts facts) {
        Handlers handlers = new Handlers(contract);
        facts.register(handlers);
        parts.forEach(part -> part.routes().forEach(routes -> routes.register(handlers)));
        if (!handlers.missing().isEmpty()) {
            throw new IllegalStateException("operations without a handler: " + handlers.missing());
        }
        return handlers;
    }

    private static List<Part> parts(Platform platform, Core core) {
        Usage usage = new Usage(platform);
        Billing billing = new Billing(platform, usage);
        core.organizations().onFounded(billing::begin);
        Recordings recordings = new Recordings(platform);
        Meetings meetings = new Meetings(platform, usage, billing, recordings);
        return List.of(core, usage, billing, recordings, meetings, new Handover(platform));
    }

    public String url() {
        return "http://" + LOOPBACK + ":" + port();
    }

    public int port() {
        return http.port();
    }

    public Platform platform() {
        return platform;
    }

    public MovableClock clock() {
        return platform.clock();
    }

    /** Accounts, organizations, members, invitations, rooms: for seeding. */
    public Core core() {
        return core;
    }

    /** Does at once what the clock has made due. */
    public void sweep() {
        parts.forEach(Part::sweep);
    }

    /** A scheduled task that throws is never run again, and one part must not stop the others. */
    private void eachSafely(Consumer<Part> work) {
        for (Part part : parts) {
            try {
                work.accept(part);
            } catch (RuntimeException e) {
                LOG.error("{} failed", part, e);
            }
        }
    }

    /** Ends the streams, answers what is running, closes the data. */
    @Override
    public void close() {
        sweeper.shutdownNow();
        platform.events().close();
        http.stop();
        eachSafely(Part::end);
        platform.database().close();
    }
}
