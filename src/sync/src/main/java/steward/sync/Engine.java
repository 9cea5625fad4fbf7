package steward.sync;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import steward.api.Account;
import steward.api.ServerInfo;

/** The product without a window: accounts, sign-in, sessions. Holds the data folder's lock while open. Thread-safe. */
public interface Engine extends AutoCloseable {

    /**
     * An account that was signed in here before.
     *
     * @param remembered whether its token was to be kept beyond the program's end
     */
    record KnownAccount(URI server, ServerInfo serverInfo, Account account, boolean remembered) {}

    /** Where tokens are kept. */
    enum TokenPlace {
        KEYCHAIN,
        /** No keychain answered: until the program ends. */
        MEMORY
    }

    /**
     * Opens the data folder and holds it until closed.
     *
     * @throws FolderInUseException when another instance holds it: hand over to it, see {@link SingleInstance#handOver}
     * @throws steward.store.NewerStoreException when a newer program wrote it; nothing was touched
     */
    static Engine open(EngineOptions options) {
        return LocalEngine.open(options);
    }

    /** Asks a server who it is; blocking. */
    ServerInfo probe(URI server);

    /**
     * Signs in with a personal access token; blocking.
     *
     * @param remember false keeps the token in memory only
     */
    Session signIn(URI server, String token, boolean remember);

    /** As {@link #signIn} for this run only: the token stays in memory, and what is kept of the account as it is. */
    Session enter(URI server, String token);

    /** The one used last first. */
    List<KnownAccount> accounts();

    /** Whether {@link #resume(KnownAccount)} opens it; asks the keychain, which may take two seconds. */
    boolean isTokenKept(KnownAccount account);

    /** Opens an account signed in before, also with the server unreachable; empty when its token is gone. */
    Optional<Session> resume(KnownAccount account);

    /**
     * As {@link #resume(KnownAccount)} with a token that is kept elsewhere. Nothing is asked of the server now; as soon as
     * it answers, one that is another account's counts as no longer valid.
     */
    Session resume(KnownAccount account, String token);

    /**
     * Opens an account signed in before at once, without a look into the keychain. Its token is looked up when the server is
     * first called, the one kept or else one that is kept elsewhere; with neither the session is signed out then.
     */
    Session reopen(KnownAccount account, Supplier<Optional<String>> elsewhere);

    /** Forgets the token and revokes it when the server can be reached; drafts, outbox and caches stay. */
    void signOut(Session session);

    /** As {@link #signOut}, and takes everything kept of the account off this computer, drafts and outbox too. */
    void forget(Session session);

    TokenPlace tokenPlace();

    /** Takes effect at once; throws {@link SyncException} when its CA file cannot be read. */
    void network(Network network);

    /** Kept in the keychain for {@link Network#user}. */
    void proxyPassword(String password);

    @Override
    void close();
}
