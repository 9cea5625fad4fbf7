package steward.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.api.Account;
import steward.api.ServerInfo;
import steward.store.AccountStore;
import steward.sync.SyncException.Unreachable;
import steward.sync.SyncException.Unreachable.Reason;

/** The engine on the data folder of this computer. Thread-safe. */
final class LocalEngine implements Engine {

    private static final Logger LOG = LoggerFactory.getLogger(LocalEngine.class);
    private static final Duration SHOWING = Duration.ofSeconds(5);
    static final String PROXY_PASSWORD = "proxy";

    private record Key(UUID serverId, UUID accountId) {
        static Key of(KnownAccount known) {
            return new Key(known.serverInfo().id(), known.account().id());
        }

        String token() {
            return "token/" + serverId + "/" + accountId;
        }
    }

    /** Whose a token is, and where. */
    private record Identity(Link link, ServerInfo info, Account account) {
        Key key() {
            return new Key(info.id(), account.id());
        }
    }

    private final EngineOptions options;
    private final SingleInstance instance;
    private final AccountList accounts;
    private final Drive drive;
    private final MemoryTokens forgotten = new MemoryTokens();
    private final Map<Key, LocalSession> sessions = new HashMap<>();
    private final Calls calls;
    private volatile Network network;
    private final Object httpMaking = new Object();
    /** Null until it is needed: a start shows what is on this computer first. */
    private volatile OkHttpClient http;

    private volatile boolean waitedInVain;

    private LocalEngine(EngineOptions options, AccountList accounts, SingleInstance instance, Drive drive) {
        this.options = options;
        this.accounts = accounts;
        this.instance = instance;
        this.drive = drive;
        this.network = options.network();
        this.calls = new Calls(this::http, options.pace(), options.clock());
    }

    static LocalEngine open(EngineOptions options) {
        return open(options, new Random(), courier -> courier);
    }

    /** @param courier what carries operations; tests plant faults with it */
    static LocalEngine open(EngineOptions options, RandomGenerator random, UnaryOperator<Courier> courier) {
        AccountList accounts = new AccountList(options.dataFolder());
        for (AccountList.Entry each : accounts.all()) {
            AccountStore.refuseNewer(
                    folder(options, new Key(each.info().id(), each.account().id())));
        }
        try {
            PrivateFiles.createFolder(options.dataFolder());
            SingleInstance instance = SingleInstance.hold(options.dataFolder(), options.laterStart());
            return new LocalEngine(
                    options,
                    accounts,
                    instance,
                    new Drive(options.clock(), options.pace(), random, courier, options.sends()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ServerInfo probe(URI server) {
        URI address = address(server);
        return calls.make(PlatformCalls.class, () -> address, () -> null, Turnstile.OPEN)
                .server()
                .body();
    }

    @Override
    public Session signIn(URI server, String token, boolean remember) {
        Identity who = identity(server, token);
        if (remember) options.tokens().put(who.key().token(), token);
        else forgotten.put(who.key().token(), token);
        return session(who, remember);
    }

    @Override
    public Session enter(URI server, String token) {
        Identity who = identity(server, token);
        forgotten.put(who.key().token(), token);
        boolean remembered = accounts.find(who.info().id(), who.account().id())
                .map(AccountList.Entry::remembered)
                .orElse(false);
        return session(who, remembered);
    }

    private Identity identity(URI server, String token) {
        URI address = address(server);
        ServerInfo info = probe(address);
        Account account = calls.make(PlatformCalls.class, () -> address, () -> token, Turnstile.OPEN)
                .me()
                .body();
        return new Identity(Link.of(address, token), info, account);
    }

    private Session session(Identity who, boolean remembered) {
        // the epoch last seen: that it changed is for the session to find out
        ServerInfo known = accounts.find(who.info().id(), who.account().id())
                .map(AccountList.Entry::info)
                .orElse(who.info());
        accounts.put(new AccountList.Entry(who.link().address(), known, who.account(), remembered));
        return session(who.key(), who.link(), known, who.account());
    }

    @Override
    public List<KnownAccount> accounts() {
        return accounts.all().stream()
                .map(each -> new KnownAccount(each.server(), each.info(), each.account(), each.remembered()))
                .toList();
    }

    @Override
    public boolean isTokenKept(KnownAccount known) {
        return token(Key.of(known)).isPresent();
    }

    private Optional<String> token(Key key) {
        return forgotten.get(key.token()).or(() -> options.tokens().get(key.token()));
    }

    @Override
    public Optional<Session> resume(KnownAccount known) {
        return token(Key.of(known)).map(secret -> resume(known, Link.of(address(known.server()), secret)));
    }

    @Override
    public Session reopen(KnownAccount known, Supplier<Optional<String>> elsewhere) {
        return resume(known, Link.later(address(known.server()), () -> {
            // nothing is called before, and finding the keychain takes the processor's time too
            awaitFirstCall();
            return token(Key.of(known))
                    .map(Link.Pass::proven)
                    .or(() -> elsewhere.get().map(Link.Pass::unproven));
        }));
    }

    @Override
    public Session resume(KnownAccount known, String token) {
        return resume(known, Link.unproven(address(known.server()), token));
    }

    private Session resume(KnownAccount known, Link link) {
        Key key = Key.of(known);
        ServerInfo info = accounts.find(key.serverId(), key.accountId())
                .map(AccountList.Entry::info)
                .orElse(known.serverInfo());
        return session(key, link, info, known.account());
    }

    private synchronized Session session(Key key, Link link, ServerInfo info, Account account) {
        LocalSession open = sessions.get(key);
        if (open != null && !open.isClosed()) {
            open.move(link);
            return open;
        }
        LocalSession opened = new LocalSession(
                        new LocalSession.Setup(
                                account, info, link, openStore(key), this::http, now -> restored(key, now)),
                        drive)
                .start();
        sessions.put(key, opened);
        return opened;
    }

    private AccountStore openStore(Key key) {
        Path folder = folder(options, key);
        try {
            PrivateFiles.createFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AccountStore.open(folder, key.accountId(), options.clock());
    }

    private static Path folder(EngineOptions options, Key key) {
        return AccountList.folder(options.dataFolder(), key.serverId(), key.accountId());
    }

    private void restored(Key key, ServerInfo now) {
        accounts.find(key.serverId(), key.accountId())
                .ifPresent(each ->
                        accounts.replace(new AccountList.Entry(each.server(), now, each.account(), each.remembered())));
    }

    @Override
    public void signOut(Session session) {
        Key key = new Key(session.server().id(), session.account().id());
        try {
            session.online().revokeToken("current");
        } catch (SyncException e) {
            LOG.info("the token could not be revoked: {}", e.getMessage());
        }
        options.tokens().remove(key.token());
        forgotten.remove(key.token());
        synchronized (this) {
            sessions.remove(key);
        }
        session.close();
    }

    @Override
    public void forget(Session session) {
        Key key = new Key(session.server().id(), session.account().id());
        signOut(session);
        accounts.remove(key.serverId(), key.accountId());
        try {
            PrivateFiles.deleteFolder(folder(options, key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public TokenPlace tokenPlace() {
        return options.tokens().place();
    }

    @Override
    public void network(Network changed) {
        OkHttpClient before = http();
        try {
            http = HttpClients.make(changed, options.pace(), this::proxyPassword);
            network = changed;
        } catch (IOException e) {
            throw new Unreachable(Reason.TLS, e);
        }
        List<LocalSession> open;
        synchronized (this) {
            open = List.copyOf(sessions.values());
        }
        open.forEach(LocalSession::networkChanged);
        before.connectionPool().evictAll();
    }

    @Override
    public void proxyPassword(String password) {
        options.tokens().put(PROXY_PASSWORD, password);
    }

    private Optional<String> proxyPassword() {
        return options.tokens().get(PROXY_PASSWORD);
    }

    private OkHttpClient http() {
        if (http != null) return http;
        awaitFirstCall();
        synchronized (httpMaking) {
            if (http == null) http = firstClient();
            return http;
        }
    }

    /** Cold, a pull takes half of the processor's time that the first screen needs. In vain it waits once only. */
    private void awaitFirstCall() {
        if (waitedInVain) return;
        try {
            options.firstCall().get(SHOWING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // the call breaks off by itself
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            waitedInVain = true;
            LOG.info("servers are called before anything was shown", e);
        }
    }

    /** A file of authorities that is gone must not keep the program from starting: less is trusted then, never more. */
    private OkHttpClient firstClient() {
        try {
            return HttpClients.make(network, options.pace(), this::proxyPassword);
        } catch (IOException e) {
            LOG.warn("the authorities of {} are not used", network.caFile(), e);
        }
        Network without =
                new Network(network.proxy(), network.host(), network.port(), network.user(), null, network.reach());
        try {
            return HttpClients.make(without, options.pace(), this::proxyPassword);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI address(URI server) {
        URI address;
        try {
            address = ServerAddress.checked(server);
        } catch (IllegalArgumentException e) {
            throw new Unreachable(Reason.TLS, e);
        }
        if (!network.reach().allows(address)) throw new Unreachable(Reason.NOT_ALLOWED, null);
        return address;
    }

    @Override
    public void close() {
        List<LocalSession> open;
        synchronized (this) {
            open = List.copyOf(sessions.values());
            sessions.clear();
        }
        open.forEach(LocalSession::close);
        if (http != null) http.connectionPool().evictAll();
        instance.close();
    }
}
