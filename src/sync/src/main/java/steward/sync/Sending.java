package steward.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.api.Ids;
import steward.store.Dispatch;
import steward.store.Operation;
import steward.store.StoreException;
import steward.sync.SendingState.Wait;

/**
 * Drains the outbox: one call at a time for an organization, four organizations at once, the one served longest ago
 * first. Thread-safe; {@link #tend} is called from one thread.
 */
final class Sending {

    /** Told after each call, on the thread that made it. */
    interface Listener {
        void sent(UUID orgId, List<Operation> operations);

        void changed();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final int AT_ONCE = 4;

    private final UUID lease = Ids.next();
    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();
    private final Dispatch dispatch;
    private final Delivery delivery;
    private final Gate gate;
    private final Work work;
    private final Function<UUID, Lane> newLane;
    private final Listener listener;
    private long turn;
    private volatile boolean closed;

    /** What time it is, who works, and how long a call may last. */
    record Work(InstantSource clock, Executor executor, Duration longestCall) {}

    /** How operations get there, and what is written down of it. */
    record Delivery(Courier courier, Overdue overdue, Settlement settlement) {}

    Sending(
            Dispatch dispatch,
            Delivery delivery,
            Gate gate,
            Work work,
            Function<UUID, Lane> newLane,
            Listener listener) {
        this.dispatch = dispatch;
        this.delivery = delivery;
        this.gate = gate;
        this.work = work;
        this.newLane = newLane;
        this.listener = listener;
    }

    /**
     * What was in flight when the program last ended is unknown: it is sent again, with the same keys. Undo windows of
     * then are over.
     */
    void start() {
        int recovered = dispatch.recover(lease);
        dispatch.releaseHeld(null);
        if (recovered > 0) LOG.info("{} operations of an earlier run are sent again", recovered);
        dispatch.clearBackOff(null);
        // no server may ask for more: the clock was turned back since
        dispatch.endWaitsBy(work.clock().instant().plus(RetryAfter.LONGEST));
        // what the server asked for concerns all of an organization, not only what was refused then
        dispatch.asked(work.clock().instant())
                .forEach((orgId, until) -> lane(orgId).serverAsked(until));
    }

    Lane lane(UUID orgId) {
        return lanes.computeIfAbsent(orgId, newLane);
    }

    /** Starts what is due; returns when to look again, or null. */
    Instant tend(Instant now) {
        watch(now);
        if (closed || !gate.isConnected()) return null;
        List<Lane> due = new ArrayList<>();
        for (UUID orgId : dispatch.organizations(now)) due.add(lane(orgId));
        for (Lane each : lanes.values()) if (!each.strays().isEmpty() && !due.contains(each)) due.add(each);
        due.sort(Comparator.comparingLong(Lane::lastServed));
        long busy = lanes.values().stream().filter(Lane::isBusy).count();
        for (Lane each : due) {
            if (busy >= AT_ONCE) break;
            if (!each.isReady(now)) continue;
            begin(each, now);
            busy++;
        }
        return next(now);
    }

    /** Ends waits after faults, of one organization or (null) of all. */
    void clearBackOff(UUID orgId) {
        if (closed) return;
        dispatch.clearBackOff(orgId);
        lanes.values().stream()
                .filter(each -> orgId == null || each.orgId().equals(orgId))
                .forEach(Lane::clearBackOff);
    }

    /** The clock was turned back: what waits ends when it would have ended. */
    void bringForward(Duration by) {
        if (closed) return;
        lanes.values().forEach(each -> each.bringForward(by));
        dispatch.bringForward(by);
    }

    /** A person says: go on, whatever stopped it. */
    void unblock(UUID orgId) {
        lanes.values().stream()
                .filter(each -> orgId == null || each.orgId().equals(orgId))
                .forEach(Lane::unblock);
        dispatch.clearBackOff(orgId);
    }

    void close() {
        closed = true;
    }

    boolean isIdle() {
        return lanes.values().stream().noneMatch(Lane::isBusy);
    }

    /** What is due by now waits for its lane, whose end is told: only later times are worth waking up for. */
    private Instant next(Instant now) {
        Instant next = dispatch.nextDue(now).filter(each -> each.isAfter(now)).orElse(null);
        for (Lane each : lanes.values()) {
            Instant until = each.waitUntil();
            if (until != null && until.isAfter(now) && (next == null || until.isBefore(next))) next = until;
        }
        return next;
    }

    private void begin(Lane lane, Instant now) {
        lane.begin(now, ++turn);
        try {
            work.executor().execute(() -> run(lane));
        } catch (RejectedExecutionException closing) {
            lane.end();
        }
    }

    private void run(Lane lane) {
        List<Operation> claimed = new ArrayList<>();
        Wait trouble = Wait.BACK_OFF;
        try {
            gather(lane);
            send(lane, claimed);
            trouble = null;
        } catch (StoreException e) {
            trouble = Wait.DISK;
            LOG.warn("sending waits for the disk ({}): {}", e.reason(), e.getMessage());
        } finally {
            // our own fault, or the disk's: their fate is unknown, and nothing stays in flight
            if (trouble != null)
                lane.interrupted(ids(claimed), trouble, work.clock().instant());
            lane.end();
            listener.sent(lane.orgId(), claimed);
        }
    }

    /** What could not be put back when its call ended. */
    private void gather(Lane lane) {
        if (lane.strays().isEmpty()) return;
        dispatch.requeue(lane.strays(), null, null, false);
        lane.gathered();
    }

    /** @param claimed filled with what was taken in flight */
    private void send(Lane lane, List<Operation> claimed) {
        String epoch = gate.epoch();
        claimed.addAll(
                dispatch.claim(lane.orgId(), lane.batch(), lease, work.clock().instant()));
        if (claimed.isEmpty()) return;
        lane.carrying(claimed.size());
        listener.changed();
        // restored from a backup since they were claimed: nothing is resent silently
        gate.whileItIs(epoch, () -> deliver(lane, claimed));
    }

    private void deliver(Lane lane, List<Operation> claimed) {
        List<Operation> rest = claimed;
        try {
            List<Courier.Receipt> early = delivery.overdue()
                    .settled(lane.orgId(), claimed, work.clock().instant());
            if (!early.isEmpty()) {
                List<UUID> known =
                        early.stream().map(Courier.Receipt::operationId).toList();
                delivery.settlement()
                        .answered(
                                lane,
                                claimed.stream()
                                        .filter(each -> known.contains(each.id()))
                                        .toList(),
                                early);
                rest = claimed.stream()
                        .filter(each -> !known.contains(each.id()))
                        .toList();
            }
            if (rest.isEmpty()) return;
            delivery.settlement().answered(lane, rest, delivery.courier().deliver(lane.orgId(), rest));
        } catch (SyncException e) {
            delivery.settlement().failed(lane, rest, e);
        }
    }

    /** No operation is in flight longer than any call may last. */
    private void watch(Instant now) {
        for (Lane each : lanes.values()) {
            if (each.interruptAfter(work.longestCall(), now)) LOG.warn("a call lasted too long: {}", each.orgId());
        }
    }

    private static List<UUID> ids(List<Operation> operations) {
        return operations.stream().map(Operation::id).toList();
    }
}
