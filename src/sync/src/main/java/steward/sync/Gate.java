package steward.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import steward.api.ServerInfo;
import steward.sync.Connection.State;
import steward.sync.SyncException.Unreachable;
import steward.sync.SyncException.Unreachable.Reason;

/**
 * How it stands with the server, and whether it may be called: every call passes here. Before the first one, and after
 * every failure, the server is asked who it is, so that no token and no operation goes to another that answers at the same
 * address. Thread-safe.
 */
final class Gate implements Turnstile {

    /** Told outside of any lock; returns at once. */
    interface Listener {
        /** The server answers again. */
        void connected();

        /** The server is the same and was restored from a backup. */
        void restored(ServerInfo info);

        /** {@link #connection} changed. */
        void changed();
    }

    /** The epoch of the server that the call at hand was made ready for. */
    private static final ScopedValue<String> READY_FOR = ScopedValue.newInstance();

    private final UUID serverId;
    private final Supplier<ServerInfo> whoIsThere;
    private final Supplier<String> token;
    private final InstantSource clock;
    private final BackOff backOff;
    private final Listener listener;
    private final ReentrantLock asking = new ReentrantLock();

    private Connection connection;
    private String epoch;
    private boolean verified;
    private boolean suspect;
    /** How often what was known of the server ended: an answer asked for before the last time proves nothing. */
    private long doubts;

    private volatile Duration ahead = Duration.ZERO;

    /**
     * @param known the server when it was last seen
     * @param token by which it is called now
     */
    Gate(
            ServerInfo known,
            Supplier<ServerInfo> whoIsThere,
            Supplier<String> token,
            InstantSource clock,
            BackOff backOff,
            Listener listener) {
        this.serverId = known.id();
        this.epoch = known.epoch();
        this.whoIsThere = whoIsThere;
        this.token = token;
        this.clock = clock;
        this.backOff = backOff;
        this.listener = listener;
        this.connection = new Connection(State.CONNECTING, clock.instant(), null, null);
    }

    synchronized Connection connection() {
        return connection;
    }

    synchronized boolean isConnected() {
        return connection.state() == State.CONNECTED && verified;
    }

    /** The server's clock, as far as it is known. */
    Instant serverNow() {
        return clock.instant().plus(ahead);
    }

    synchronized String epoch() {
        return epoch;
    }

    /** Makes calls that were made ready for the server as it was then: after it was restored from a backup none pass. */
    void whileItIs(String knownEpoch, Runnable calls) {
        ScopedValue.where(READY_FOR, knownEpoch).run(calls);
    }

    @Override
    public void pass() {
        String before = READY_FOR.orElse(epoch());
        verify();
        if (!before.equals(epoch())) throw Failures.notTheContract(null);
    }

    @Override
    public void answered(String answeredEpoch) {
        synchronized (this) {
            if (answeredEpoch.equals(epoch)) return;
            doubt();
            suspect = true;
        }
        listener.changed();
        throw Failures.notTheContract(null);
    }

    @Override
    public void failed(SyncException failure, String by) {
        if (failure instanceof SyncException.Unauthorized) {
            signedOut(by);
        } else if (failure instanceof Unreachable broken && broken.reason() != Reason.OFFLINE_BY_CHOICE) {
            boolean gone =
                    switch (broken.reason()) {
                        case REFUSED, UNKNOWN_HOST, TLS, PROXY -> true;
                        default -> false;
                    };
            if (gone) unreachable(broken.reason());
            else suspect();
        }
    }

    /** When {@link #probe} is due, or null; the past when at once. */
    synchronized Instant probeAt() {
        return switch (connection.state()) {
            case CONNECTING -> Instant.MIN;
            case UNREACHABLE -> connection.nextAttemptAt();
            case CONNECTED -> suspect ? Instant.MIN : null;
            case OFFLINE_BY_CHOICE, SIGNED_OUT -> null;
        };
    }

    /** The clock was turned back. */
    void bringForward(Duration by) {
        synchronized (this) {
            Instant planned = connection.nextAttemptAt();
            if (planned == null) return;
            connection = new Connection(connection.state(), connection.since(), connection.reason(), planned.minus(by));
        }
        listener.changed();
    }

    /** Asks the server who it is, and moves on accordingly. */
    void probe() {
        try {
            verify();
        } catch (Unreachable e) {
            unreachable(e.reason());
        } catch (SyncException.Unauthorized e) {
            // told already: asking who is there signed out
        } catch (SyncException e) {
            // it answers, though with a fault: not the time to believe anything
            unreachable(Reason.NOT_THE_CONTRACT);
        }
    }

    void workOffline(boolean offline) {
        if (offline) {
            move(State.OFFLINE_BY_CHOICE, null, null);
        } else if (connection().state() == State.OFFLINE_BY_CHOICE) {
            again();
        }
    }

    /** Begins anew: with another token, another address or another network. */
    void again() {
        synchronized (this) {
            doubt();
            backOff.clear();
        }
        move(State.CONNECTING, null, null);
    }

    private void verify() {
        if (isVerified()) return;
        asking.lock();
        try {
            while (!isVerified()) prove();
        } finally {
            asking.unlock();
        }
    }

    private synchronized boolean isVerified() {
        if (connection.state() == State.OFFLINE_BY_CHOICE) throw new Unreachable(Reason.OFFLINE_BY_CHOICE, null);
        if (connection.state() == State.SIGNED_OUT) throw new SyncException.Unauthorized();
        return verified;
    }

    private void prove() {
        long doubtsBefore = doubts();
        Instant before = clock.instant();
        ServerInfo info = ask();
        if (!info.id().equals(serverId)) throw Failures.notTheContract(null);
        ahead = Duration.between(before, info.time());
        believe(info, doubtsBefore);
    }

    private synchronized long doubts() {
        return doubts;
    }

    private synchronized void doubt() {
        verified = false;
        doubts++;
    }

    private ServerInfo ask() {
        String by = token.get();
        try {
            return whoIsThere.get();
        } catch (SyncException.Unauthorized e) {
            signedOut(by);
            throw e;
        }
    }

    /** What was said of a token that was replaced meanwhile says nothing of the new one. */
    private void signedOut(String by) {
        if (Objects.equals(by, token.get())) move(State.SIGNED_OUT, null, null);
    }

    private void believe(ServerInfo info, long doubtsBefore) {
        boolean restored;
        synchronized (this) {
            restored = !info.epoch().equals(epoch);
        }
        // before anything may be sent, and again should it fail: until then it is the server as it was
        if (restored) listener.restored(info);
        boolean back;
        synchronized (this) {
            epoch = info.epoch();
            if (doubts != doubtsBefore) return;
            verified = true;
            suspect = false;
            back = connection.state() == State.CONNECTING || connection.state() == State.UNREACHABLE;
            if (back) {
                backOff.clear();
                connection = new Connection(State.CONNECTED, clock.instant(), null, null);
            }
        }
        // also when it was only suspect: what waited for the proof may go on
        listener.changed();
        if (back) listener.connected();
    }

    private void suspect() {
        synchronized (this) {
            doubt();
            suspect = true;
        }
        listener.changed();
    }

    private void unreachable(Reason reason) {
        Instant next;
        synchronized (this) {
            if (connection.state() == State.OFFLINE_BY_CHOICE || connection.state() == State.SIGNED_OUT) return;
            Instant planned = connection.nextAttemptAt();
            boolean waiting =
                    connection.state() == State.UNREACHABLE && planned != null && planned.isAfter(clock.instant());
            next = waiting ? planned : clock.instant().plus(backOff.next());
        }
        move(State.UNREACHABLE, reason, next);
    }

    private void move(State state, Reason reason, Instant nextAttemptAt) {
        synchronized (this) {
            if (state != State.CONNECTED) doubt();
            if (connection.state() == State.OFFLINE_BY_CHOICE && state == State.SIGNED_OUT) return;
            Instant since = connection.state() == state ? connection.since() : clock.instant();
            connection = new Connection(state, since, reason, nextAttemptAt);
        }
        listener.changed();
    }
}
