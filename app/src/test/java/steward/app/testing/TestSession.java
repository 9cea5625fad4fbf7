package steward.app.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import steward.api.Account;
import steward.api.Resolution;
import steward.api.ServerInfo;
import steward.store.AccountStore;
import steward.sync.Connection;
import steward.sync.Online;
import steward.sync.SendingState;
import steward.sync.Session;

/** A session without a network: a real store, and a connection a test sets. What is asked of it is kept. */
public final class TestSession implements Session {
    public final List<UUID> refreshed = new ArrayList<>();
    public final List<Resolution> usageAsked = new ArrayList<>();
    public int sentNow;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AccountStore store;
    private final Account account;
    private Connection connection =
            new Connection(Connection.State.CONNECTED, TestOrganization.NOW.minusSeconds(1200), null, null);
    private SendingState sending;
    private Online online;

    public TestSession(AccountStore store, Account account) {
        this.store = store;
        this.account = account;
    }

    public void connection(Connection.State state) {
        connection = new Connection(state, TestOrganization.NOW.minusSeconds(1200), null, null);
        listeners.forEach(Runnable::run);
    }

    public void sending(SendingState state) {
        sending = state;
        listeners.forEach(Runnable::run);
    }

    public void online(Online calls) {
        online = calls;
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public ServerInfo server() {
        throw new UnsupportedOperationException("no server in this test");
    }

    @Override
    public AccountStore store() {
        return store;
    }

    @Override
    public Online online() {
        return online;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void workOffline(boolean offline) {
        connection(offline ? Connection.State.OFFLINE_BY_CHOICE : Connection.State.CONNECTED);
    }

    @Override
    public void open(UUID orgId) {}

    @Override
    public void refresh(UUID orgId) {
        refreshed.add(orgId);
    }

    @Override
    public void fetch(UUID orgId) {
        refreshed.add(orgId);
    }

    @Override
    public void fetchDirectory() {}

    @Override
    public void refreshDirectory() {}

    @Override
    public void refreshUsage(UUID orgId, Resolution resolution, Duration span) {
        usageAsked.add(resolution);
    }

    @Override
    public void refreshAudit(UUID orgId) {}

    @Override
    public SendingState sending(UUID orgId) {
        return sending == null ? new SendingState(orgId, SendingState.Wait.NOTHING_TO_SEND, null, 0) : sending;
    }

    @Override
    public void pause(UUID orgId, boolean paused) {
        var wait = paused ? SendingState.Wait.PAUSED_BY_PERSON : SendingState.Wait.SENDING;
        sending(new SendingState(orgId, wait, null, 0));
    }

    @Override
    public void sendNow() {
        sentNow++;
    }

    @Override
    public AccountStore.Registration listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Override
    public void close() {
        store.close();
    }
}
