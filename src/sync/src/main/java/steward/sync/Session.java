package steward.sync;

import java.util.UUID;
import steward.api.Account;
import steward.api.Resolution;
import steward.api.ServerInfo;
import steward.store.AccountStore;

/** One account on one server, signed in: its store, its queue, its live data. Thread-safe. */
public interface Session extends AutoCloseable {

    Account account();

    ServerInfo server();

    AccountStore store();

    Online online();

    Connection connection();

    void workOffline(boolean offline);

    /** Opens the live stream of an organization and pulls it; the one before is let go. */
    void open(UUID orgId);

    /** Pulls now, without waiting for the answer (F5). */
    void refresh(UUID orgId);

    void refreshDirectory();

    /** Pulls and returns when all of it is here; blocking, throws {@link SyncException}. */
    void fetch(UUID orgId);

    /** Asks which organizations there are; blocking, throws {@link SyncException}. */
    void fetchDirectory();

    /** Fetches usage of a span that ends now, without waiting. */
    void refreshUsage(UUID orgId, Resolution resolution, java.time.Duration span);

    void refreshAudit(UUID orgId);

    SendingState sending(UUID orgId);

    /** Holds sending for an organization, or lets it go on; survives a restart. */
    void pause(UUID orgId, boolean paused);

    /** Ends every undo window and back-off from faults, and sends. */
    void sendNow();

    /** Told when {@link #connection} or {@link #sending} of an organization changed; returns at once. */
    AccountStore.Registration listen(Runnable changed);

    /** Stops sending and the stream, keeps everything. */
    @Override
    void close();
}
