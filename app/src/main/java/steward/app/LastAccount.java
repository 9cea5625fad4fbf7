package steward.app;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import steward.app.settings.Settings;
import steward.app.signin.Resuming;
import steward.sync.Engine;
import steward.sync.Engine.KnownAccount;
import steward.sync.Session;

/** Opens the account used last, while the window is still being made. Thread-safe. */
final class LastAccount implements Runnable {
    private final Engine engine;
    private final Resuming resuming;
    private final Settings settings;
    private final URI server;
    private final FutureTask<Optional<Session>> opening = new FutureTask<>(this::open);

    /** {@code server} is where it has to be, or null for anywhere. */
    LastAccount(Engine engine, Resuming resuming, Settings settings, URI server) {
        this.engine = engine;
        this.resuming = resuming;
        this.settings = settings;
        this.server = server;
    }

    @Override
    public void run() {
        opening.run();
    }

    /** Empty when there is none, or it was not to be remembered. Blocking. */
    Optional<Session> await() throws Exception {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private Optional<Session> open() {
        Optional<Session> last = engine.accounts().stream()
                .filter(known -> isLast(known) && (server == null || isThere(known)))
                .findFirst()
                .flatMap(resuming::reopen);
        last.ifPresent(session -> session.store().readAhead());
        return last;
    }

    private boolean isThere(KnownAccount known) {
        return known.server().toString().equals(server.toString().replaceAll("/+$", ""));
    }

    private boolean isLast(KnownAccount known) {
        return known.serverInfo().id().equals(settings.lastServer())
                && known.account().id().equals(settings.lastAccount());
    }
}
