package steward.app.signin;

import java.util.Optional;
import steward.sync.Engine;
import steward.sync.Engine.KnownAccount;
import steward.sync.Session;

/**
 * Opens accounts signed in before. Those of this computer's demo need neither a kept token nor the port of last time: the
 * demo says both. Blocking; thread-safe.
 */
public final class Resuming {
    private static final String THIS_COMPUTER = "127.0.0.1";

    private final Engine engine;
    private final Demo demo;

    public Resuming(Engine engine, Demo demo) {
        this.engine = engine;
        this.demo = demo;
    }

    /** Also with the server unreachable; empty when its token is gone. */
    public Optional<Session> resume(KnownAccount account) {
        return engine.resume(account).or(() -> entry(account).map(this::enter));
    }

    /** After an account of the demo was opened: its server is started again and the session told where it is now. */
    public void follow(Session session) {
        engine.accounts().stream()
                .filter(known -> known.account().id().equals(session.account().id())
                        && known.serverInfo().id().equals(session.server().id()))
                .findFirst()
                .ifPresent(known -> entry(known)
                        .filter(entry -> !entry.server().equals(known.server()))
                        .ifPresent(this::enter));
    }

    /** Where the demo is now, if the account is one of it and not of another server that ran on this computer. */
    private Optional<Demo.Entry> entry(KnownAccount known) {
        if (!THIS_COMPUTER.equals(known.server().getHost())) {
            return Optional.empty();
        }
        return demo.again(known.account().email()).filter(entry -> engine.probe(entry.server())
                .id()
                .equals(known.serverInfo().id()));
    }

    private Session enter(Demo.Entry entry) {
        return engine.signIn(entry.server(), entry.token(), true);
    }
}
