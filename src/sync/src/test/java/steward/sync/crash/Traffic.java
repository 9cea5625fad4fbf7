package steward.sync.crash;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import steward.sync.Fault;
import steward.sync.FaultProxy;

/** What passes the proxy in one send: disturbs it as planned, and notes which operation was sent how often. Thread-safe. */
final class Traffic implements Function<FaultProxy.Call, Fault> {

    /** Told of each write before it goes on, on the thread that carries it. */
    interface Listener {
        /**
         * @param before how many operations were on their way, of those that are new
         * @param now the same with this write
         */
        void arrived(int before, int now);
    }

    /** As of a server on another continent, so that a kill seldom meets the moment between two calls. */
    private static final long LINK_MILLIS = 160;

    private static final long ASKED_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** For what came over the wire to be read and kept: an engine killed before knows of no wait. */
    private static final long KEPT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Waits are kept in whole milliseconds. */
    private static final long ROUNDING_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private static final Pattern KEY = Pattern.compile("\"opId\":\"([0-9a-f-]{36})\"");

    private final UUID orgId;
    private final UUID idleOrgId;
    private final Site site;
    private final Listener listener;
    private final Map<UUID, Integer> sent = new HashMap<>();
    private final Set<UUID> onTheirWay = new HashSet<>();
    private boolean lostOfResends;
    private long notBefore = System.nanoTime();
    private long askedAt = notBefore;

    Traffic(UUID orgId, Site site, Listener listener) {
        this.orgId = orgId;
        this.idleOrgId = site.ground().organizations().getLast();
        this.site = site;
        this.listener = listener;
    }

    @Override
    public Fault apply(FaultProxy.Call call) {
        if (!call.isWrite()) return Fault.NONE;
        Fault fault;
        if (call.path().contains(orgId.toString())) {
            fault = write(call);
        } else if (call.path().contains(idleOrgId.toString())) {
            fault = site.idleDisturbance().next();
        } else {
            site.tally().stranger();
            return Fault.RESET_BEFORE;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(LINK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return fault;
    }

    /** The engine was killed at {@code nanos}: an answer then on its way is lost, and with it the wait it asked for. */
    synchronized void engineKilled(long nanos) {
        if (nanos - askedAt < KEPT_NANOS) notBefore = nanos;
    }

    /** How often each key was sent. */
    synchronized Map<UUID, Integer> sent() {
        return new HashMap<>(sent);
    }

    private Fault write(FaultProxy.Call call) {
        List<UUID> keys = KEY.matcher(call.body())
                .results()
                .map(MatchResult::group)
                .map(found -> UUID.fromString(found.substring(8, 44)))
                .toList();
        Fault fault;
        int before;
        int now;
        synchronized (this) {
            if (System.nanoTime() - notBefore < -ROUNDING_NANOS) site.tally().tooEarly();
            fault = fault(call);
            for (UUID key : keys) sent.merge(key, 1, Integer::sum);
            before = onTheirWay.size();
            if (fault == Fault.UNAVAILABLE_SECONDS) {
                askedAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LINK_MILLIS);
                notBefore = askedAt + ASKED_NANOS;
            } else {
                onTheirWay.addAll(keys);
            }
            now = onTheirWay.size();
        }
        site.tally().write(fault);
        site.history().add("write", call.path().substring(call.path().lastIndexOf('/') + 1), keys.size(), fault);
        if (fault != Fault.UNAVAILABLE_SECONDS) listener.arrived(before, now);
        return fault;
    }

    /** Beside what is planned, the first answer to a resend is always lost: only the key protects it. */
    private Fault fault(FaultProxy.Call call) {
        Fault planned = site.disturbance().next();
        if (lostOfResends || !call.path().endsWith("/resend") || planned != Fault.NONE) return planned;
        lostOfResends = true;
        return Fault.DROP_ANSWER;
    }
}
