package steward.app.signin;

import java.util.Optional;
import java.util.UUID;
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

    /** Also with the server unreachable; empty when its token is gone. The demo's server is not waited for. */
    public Optional<Session> resume(KnownAccount account) {
        return engine.resume(account).or(() -> token(account).map(token -> engine.resume(account, token)));
    }

    /** As {@link #resume}, at once: a keychain that waits for a person does not keep what was last seen from being shown. */
    public Optional<Session> reopen(KnownAccount account) {
        return account.remembered() ? Optional.of(engine.reopen(account, () -> token(account))) : resume(account);
    }

    /** A persona of the demo last used here, with what was last seen; empty when it must be entered anew. */
    public Optional<Session> resume(Demo.Persona persona, UUID lastServer) {
        return demo.email(persona)
                .flatMap(email -> engine.accounts().stream()
                        .filter(known -> known.serverInfo().id().equals(lastServer)
                                && known.account().email().equals(email))
                        .findFirst())
                .flatMap(this::reopen);
    }

    private Optional<String> token(KnownAccount known) {
        return isHere(known) ? demo.token(known.account().email()) : Optional.empty();
    }

    private static boolean isHere(KnownAccount known) {
        return THIS_COMPUTER.equals(known.server().getHost());
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
        if (!isHere(known)) {
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
