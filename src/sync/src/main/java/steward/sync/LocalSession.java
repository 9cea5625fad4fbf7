package steward.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.api.Account;
import steward.api.Json;
import steward.api.Resolution;
import steward.api.ServerInfo;
import steward.store.AccountStore;
import steward.store.Operation;
import steward.store.OperationKind;
import steward.store.StoreListener;
import tools.jackson.databind.JsonNode;

/** A session on the store of this computer. Thread-safe; one thread looks after what is due, I/O is on virtual threads. */
final class LocalSession implements Session {

    /**
     * What a session is built from.
     *
     * @param info as the server was when it was last seen
     * @param restored told when the server turned out to be restored from a backup
     */
    record Setup(
            Account account,
            ServerInfo info,
            Link link,
            AccountStore store,
            Supplier<OkHttpClient> http,
            Consumer<ServerInfo> restored) {}

    private static final Logger LOG = LoggerFactory.getLogger(LocalSession.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration FIRST_USAGE = Duration.ofHours(1);

    private final Account account;
    private volatile ServerInfo info;
    private final AccountStore store;
    private final Drive drive;
    private final Consumer<ServerInfo> onRestored;
    private static final String OFFLINE = "work-offline";

    private final Gate gate;
    private final Restored restored;
    private final Sending sending;
    private final Waiting waiting;
    private final Pull pull;
    private final Fetches fetches;
    private final Live live;
    private final Online online;
    private final Link link;

    private final ExecutorService io = Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
            .name("steward-io-", 0)
            .uncaughtExceptionHandler(LocalSession::unexpected)
            .factory());
    private final Coalesced tasks = new Coalesced(io);
    private final Errands errands;
    private final Alarm alarm;
    private final TurnedBack turnedBack;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<UUID, SendingState> states = new ConcurrentHashMap<>();
    private final AccountStore.Registration storeChanges;
    private final Thread keeper;
    private volatile Instant directoryDue = Instant.MIN;
    private volatile UUID openOrganization;
    private volatile boolean catalogFetched;
    private volatile boolean closed;

    LocalSession(Setup setup, Drive drive) {
        this.account = setup.account();
        this.info = setup.info();
        this.store = setup.store();
        this.link = setup.link();
        this.drive = drive;
        this.onRestored = setup.restored();
        this.alarm = new Alarm(drive.clock());
        this.errands = new Errands(tasks, drive.clock(), this::newBackOff, alarm::ring);
        this.restored = new Restored(store);
        Calls calls = new Calls(setup.http(), drive.pace(), drive.clock());
        PlatformCalls anonymous = calls.make(PlatformCalls.class, link::address, () -> null, Turnstile.OPEN);
        PlatformCalls ungated = calls.make(PlatformCalls.class, link::address, link::token, Turnstile.OPEN);
        var whoIsThere = new WhoIsThere(info.id(), account.id(), link, anonymous, ungated);
        this.gate = new Gate(info, whoIsThere, link::token, drive.clock(), newBackOff(), new Following());
        PlatformCalls platform = calls.make(PlatformCalls.class, link::address, link::token, gate);
        OrganizationCalls reads = calls.make(OrganizationCalls.class, link::address, link::token, gate);
        WriteCalls writes = calls.make(WriteCalls.class, link::address, link::token, gate);
        OnlineCalls onlineCalls = calls.make(OnlineCalls.class, link::address, link::token, gate);
        this.pull = new Pull(store, reads, gate::epoch, restored::hold);
        this.fetches = new Fetches(store, platform, reads, gate, drive.clock());
        this.live = new Live(link, setup.http(), gate, drive.pace(), drive.clock(), newBackOff());
        this.online = new WireOnline(onlineCalls, platform, new Download(link, setup.http(), gate), this::refresh);
        this.sending = sending(drive.courier().apply(new WireCourier(writes, platform)), reads);
        this.turnedBack = new TurnedBack(
                gate::bringForward, sending::bringForward, errands::bringForward, _ -> directoryDue = Instant.MIN);
        this.waiting = new Waiting(store, gate, sending, restored, drive.clock());
        this.storeChanges = store.listen((part, orgId) -> {
            if (part == StoreListener.Part.OUTBOX) look();
        });
        // Chosen for good, not for this start: a laptop opened on a train must not send by itself.
        gate.workOffline(
                store.preferences().get(OFFLINE).map(JsonNode::asBoolean).orElse(false));
        this.keeper = Thread.ofPlatform().daemon().name("steward-session").unstarted(this::keep);
    }

    private Sending sending(Courier courier, OrganizationCalls reads) {
        Settlement settlement = new Settlement(store.dispatch(), new Stale(store.dispatch(), reads), drive.clock());
        Sending.Delivery delivery =
                new Sending.Delivery(courier, new Overdue(reads, info.keyRetentionDays()), settlement);
        Sending.Work work =
                new Sending.Work(drive.clock(), io, drive.pace().answer().multipliedBy(2));
        return new Sending(store.dispatch(), delivery, gate, work, this::newLane, new Following());
    }

    private Lane newLane(UUID orgId) {
        return new Lane(orgId, newBackOff(), Math.min(500, info.limits().batchItems()));
    }

    private BackOff newBackOff() {
        return new BackOff(drive.pace(), drive.random());
    }

    LocalSession start() {
        if (drive.sends()) sending.start();
        else sending.close();
        keeper.setUncaughtExceptionHandler(LocalSession::unexpected);
        keeper.start();
        return this;
    }

    /** Signed in again: perhaps at another address, with another token. */
    void move(Link other) {
        link.move(other);
        networkChanged();
    }

    void networkChanged() {
        gate.again();
        live.restart();
        alarm.ring();
    }

    /** The one thread that looks after what is due; it never waits for the network. */
    private void keep() {
        try {
            while (!closed) alarm.await(tend());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what is due; returns when to look again, or null. */
    private Instant tend() {
        try {
            Instant now = drive.clock().instant();
            turnedBack.look(now);
            Instant next = Alarm.earlier(Alarm.earlier(sending.tend(now), tendConnection(now)), tendDirectory(now));
            return gate.isConnected() ? Alarm.earlier(next, errands.tend(now)) : next;
        } catch (RuntimeException e) {
            // no silent stop: it is looked again
            if (!closed) LOG.error("what is due could not be looked after", e);
            return null;
        }
    }

    private Instant tendConnection(Instant now) {
        Instant at = gate.probeAt();
        if (at == null) return null;
        if (at.isAfter(now)) return at;
        tasks.run("probe", gate::probe);
        return null;
    }

    private Instant tendDirectory(Instant now) {
        if (!gate.isConnected()) return null;
        if (now.isBefore(directoryDue)) return directoryDue;
        refreshDirectory();
        return directoryDue;
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public ServerInfo server() {
        return info;
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
        return gate.connection();
    }

    @Override
    public void workOffline(boolean offline) {
        store.preferences().put(OFFLINE, Json.mapper().valueToTree(offline));
        gate.workOffline(offline);
        if (offline) live.restart();
    }

    @Override
    public void open(UUID orgId) {
        if (closed) return;
        openOrganization = orgId;
        store.directory().opened(orgId);
        live.follow(orgId, store.cacheWriter(orgId), new Following(), io);
        refresh(orgId);
        if (!catalogFetched)
            errands.run("catalog", () -> {
                fetches.catalog(orgId);
                catalogFetched = true;
            });
    }

    @Override
    public void refresh(UUID orgId) {
        errands.run("pull " + orgId, () -> {
            try {
                pull.run(orgId);
            } catch (SyncException.Forbidden | SyncException.Rejected e) {
                // another role, or no member any more: the directory says which
                refreshDirectory();
                throw e;
            }
            store.cacheWriter(orgId).markLive(drive.clock().instant());
        });
    }

    @Override
    public void fetch(UUID orgId) {
        pull.run(orgId);
    }

    @Override
    public void fetchDirectory() {
        fetches.directory();
    }

    @Override
    public void refreshDirectory() {
        directoryDue = drive.clock().instant().plus(drive.pace().directory());
        errands.run("directory", fetches::directory);
    }

    @Override
    public void refreshUsage(UUID orgId, Resolution resolution, Duration span) {
        errands.run("usage " + orgId + resolution + span, () -> fetches.usage(orgId, resolution, span));
    }

    @Override
    public void refreshAudit(UUID orgId) {
        errands.run("audit " + orgId, () -> fetches.audit(orgId));
    }

    @Override
    public SendingState sending(UUID orgId) {
        return states.computeIfAbsent(orgId, waiting::of);
    }

    @Override
    public void pause(UUID orgId, boolean paused) {
        store.dispatch().pause(orgId, paused);
        if (!paused) {
            restored.release(orgId);
            sending.unblock(orgId);
        }
        look();
    }

    @Override
    public void sendNow() {
        store.dispatch().releaseHeld(null);
        sending.unblock(null);
        if (gate.connection().state() == Connection.State.UNREACHABLE) gate.again();
        look();
    }

    @Override
    public AccountStore.Registration listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    /** Something about sending changed: looks what is due, and tells it. */
    private void look() {
        alarm.ring();
        tasks.run("states", this::tell);
    }

    private void tell() {
        states.replaceAll((orgId, before) -> waiting.of(orgId));
        listeners.forEach(Runnable::run);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) return;
            closed = true;
        }
        sending.close();
        live.stop();
        storeChanges.close();
        keeper.interrupt();
        // calls break off; what they carried is put back in the queue, to be sent again with the same keys
        io.shutdownNow();
        try {
            keeper.join(FAREWELL);
            if (!io.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) LOG.warn("a call did not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }

    private static void unexpected(Thread thread, Throwable failure) {
        LOG.error("unexpected in {}", thread.getName(), failure);
    }

    /** What follows from what the parts report. */
    private final class Following implements Gate.Listener, Sending.Listener, Live.Listener {
        @Override
        public void connected() {
            sending.clearBackOff(null);
            live.wake();
            refreshDirectory();
            UUID open = openOrganization;
            if (open != null) refresh(open);
            look();
        }

        @Override
        public void restored(ServerInfo now) {
            LOG.warn("the server was restored from a backup: nothing is sent again by itself");
            restored.hold();
            info = now;
            onRestored.accept(now);
            look();
        }

        @Override
        public void changed() {
            look();
        }

        @Override
        public void sent(UUID orgId, List<Operation> operations) {
            boolean ofDirectory = operations.stream()
                    .anyMatch(each -> each.kind() == OperationKind.CREATE_ORGANIZATION
                            || each.kind() == OperationKind.LEAVE_ORGANIZATION);
            if (ofDirectory) refreshDirectory();
            else if (!operations.isEmpty() && store.organization(orgId).known()) refresh(orgId);
            look();
        }

        @Override
        public void opened(UUID orgId) {
            sending.clearBackOff(null);
            refresh(orgId);
            refreshUsage(orgId, Resolution.MINUTE, FIRST_USAGE);
            look();
        }

        @Override
        public void changed(UUID orgId) {
            refresh(orgId);
        }
    }
}
