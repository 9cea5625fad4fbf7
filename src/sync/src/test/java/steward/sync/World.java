package steward.sync;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import steward.api.Account;
import steward.api.AccountKind;
import steward.api.EmailAddress;
import steward.api.Ids;
import steward.api.NewOrganization;
import steward.api.Role;
import steward.server.Faults;
import steward.server.MovableClock;
import steward.server.Server;
import steward.server.ServerOptions;
import steward.server.db.Actor;
import steward.server.member.Members;
import steward.store.Operation;
import steward.store.Request;

/** A reference server on disk, the fault proxy before it, and an engine whose waits are short. */
final class World implements AutoCloseable {

    static final Pace SHORT = new Pace(
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofMinutes(1),
            Duration.ofSeconds(40));

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    final Path folder;
    final Faults faults = new Faults();
    final MovableClock serverClock = MovableClock.system();
    final FaultProxy proxy;
    final UUID org = Ids.next();
    final Account owner;
    final Account admin;
    final String ownerToken;
    final String adminToken;
    final UUID adminMember;
    UnaryOperator<Courier> courier = given -> given;
    TokenStore tokens = TokenStore.memory();
    Pace pace = SHORT;
    Network network = new Network(Network.Proxy.NONE, null, 0, null, null);
    InstantSource clientClock = InstantSource.system();
    Future<?> firstCall = CompletableFuture.completedFuture(null);
    long seed = 1;
    Server server;
    Engine engine;

    World(Path folder) throws IOException {
        this.folder = folder;
        server = Server.start(options());
        proxy = new FaultProxy(URI.create(server.url()));
        owner = account("olivia@example.com", "Olivia Owner");
        admin = account("adam@example.com", "Adam Admin");
        ownerToken = token(owner);
        adminToken = token(admin);
        found(org, "Acme", ownerToken);
        adminMember = join(org, admin, Role.ADMIN);
    }

    private ServerOptions options() {
        return new ServerOptions(0, folder.resolve("server"), serverClock, faults, "https://meet.example");
    }

    int serverPort() {
        return URI.create(server.url()).getPort();
    }

    void restartServer() {
        server.close();
        server = Server.start(options());
        proxy.target(URI.create(server.url()));
    }

    Engine openEngine() {
        EngineOptions options = EngineOptions.of(folder.resolve("data"))
                .with(tokens)
                .with(network)
                .with(clientClock)
                .with(pace)
                .callingAfter(firstCall);
        engine = LocalEngine.open(options, new Random(seed), courier);
        return engine;
    }

    /** The owner, signed in on a fresh engine. */
    Session signIn() {
        return openEngine().signIn(proxy.address(), ownerToken, true);
    }

    /** Quits and starts again, without signing in. */
    Session restart() {
        engine.close();
        openEngine();
        return engine.resume(engine.accounts().getFirst()).orElseThrow();
    }

    Account account(String email, String name) {
        return server.platform().database().write(Actor.PLATFORM, tx -> server.core()
                .accounts()
                .create(tx, EmailAddress.parse(email), name, AccountKind.USER));
    }

    /** Through the contract: founding makes more than an organization. */
    void found(UUID orgId, String name, String founderToken) {
        new Calls(OkHttpClient::new, SHORT, InstantSource.system())
                .make(PlatformCalls.class, () -> URI.create(server.url()), () -> founderToken, Turnstile.OPEN)
                .createOrganization(Ids.next(), new NewOrganization(orgId, name));
    }

    UUID join(UUID orgId, Account account, Role role) {
        return server.platform().database().write(Actor.PLATFORM, tx -> server.core()
                .members()
                .add(tx, orgId, account, new Members.Joining(role, null, null))
                .id());
    }

    String token(Account account) {
        return server.platform().database().write(Actor.PLATFORM, tx -> server.core()
                .tokens()
                .issue(tx, account.id(), "test")
                .secret());
    }

    /** A single column of the server's own rows. */
    List<String> rows(String sql) {
        return server.platform()
                .database()
                .read(handle -> handle.select(sql).mapTo(String.class).list());
    }

    static Request.InvitePerson invitation(String email) {
        return new Request.InvitePerson(Ids.next(), email, Role.MEMBER, null, null, null);
    }

    static List<Operation> batch(Session session, UUID batchId) {
        return session.store().outbox().batch(batchId);
    }

    /** Waits for a condition; never for a time. */
    static void await(String what, BooleanSupplier condition) {
        await(() -> what, condition);
    }

    static void await(Supplier<String> what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) throw new AssertionError("never came: " + what.get());
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (engine != null) engine.close();
        proxy.close();
        server.close();
    }
}
