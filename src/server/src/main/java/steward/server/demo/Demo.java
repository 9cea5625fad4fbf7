package steward.server.demo;

import java.nio.file.Path;
import java.util.UUID;
import steward.api.Account;
import steward.api.AccountKind;
import steward.api.EmailAddress;
import steward.server.Server;
import steward.server.ServerOptions;
import steward.server.db.Actor;
import steward.server.db.Tx;

/** A reference server with the demo's data, its accounts file and its simulator. */
public final class Demo implements AutoCloseable {
    private static final EmailAddress RUNTIME = EmailAddress.parse("runtime@platform.example");

    private final Server server;
    private final Path accounts;
    private final Simulator simulator;

    private Demo(Server server, Path accounts, Simulator simulator) {
        this.server = server;
        this.accounts = accounts;
        this.simulator = simulator;
    }

    /** Starts the server, fills it if it is empty, and keeps meetings starting and ending. */
    public static Demo start(ServerOptions options) {
        Demo demo = still(options);
        demo.simulator.start();
        return demo;
    }

    /** The same without the simulator running: for tests that want nothing to move by itself. */
    public static Demo still(ServerOptions options) {
        Server server = Server.start(options);
        boolean done = false;
        try {
            server.platform().database().fill(empty -> DemoData.fill(empty, DemoData.SEED));
            Cast cast = Cast.read(DemoData.SEED, server.clock().instant());
            Path accounts = new AccountsFile(server, options.folder()).write(cast);
            Simulator simulator = Simulator.of(server, token(server));
            done = true;
            return new Demo(server, accounts, simulator);
        } finally {
            if (!done) server.close();
        }
    }

    public Server server() {
        return server;
    }

    /** {@code accounts.json}: who can sign in, with tokens. */
    public Path accounts() {
        return accounts;
    }

    public Simulator simulator() {
        return simulator;
    }

    /** A fresh token for the runtime account; earlier ones end. */
    private static String token(Server server) {
        return server.platform().database().write(Actor.PLATFORM, tx -> {
            UUID id = runtime(server, tx).id();
            tx.sql().execute("DELETE FROM token WHERE account_id = ?", id);
            return server.core().tokens().issue(tx, id, "Simulator").secret();
        });
    }

    private static Account runtime(Server server, Tx tx) {
        return server.core().accounts().byEmail(tx.sql(), RUNTIME).orElseGet(() -> server.core()
                .accounts()
                .create(tx, RUNTIME, "Meeting runtime", AccountKind.RUNTIME));
    }

    @Override
    public void close() {
        simulator.close();
        server.close();
    }
}
