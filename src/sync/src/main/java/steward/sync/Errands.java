package steward.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.store.StoreException;

/**
 * Reads done in the background by name, each at most once at a time. One that failed for a reason that may pass is done
 * again after a back-off, so that what is shown does not stay old until the next change. Thread-safe.
 */
final class Errands {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    private record Again(Runnable task, Instant at) {}

    private final Coalesced tasks;
    private final InstantSource clock;
    private final Supplier<BackOff> newBackOff;
    private final Runnable planned;
    private final Map<String, BackOff> faults = new HashMap<>();
    private final Map<String, Again> again = new HashMap<>();

    /** @param planned told when something is to be done again */
    Errands(Coalesced tasks, InstantSource clock, Supplier<BackOff> newBackOff, Runnable planned) {
        this.tasks = tasks;
        this.clock = clock;
        this.newBackOff = newBackOff;
        this.planned = planned;
    }

    /** Does it now, without waiting for it. */
    void run(String name, Runnable task) {
        tasks.run(name, () -> attempt(name, task));
    }

    /** Starts what is due again; returns when to look the next time, or null. */
    Instant tend(Instant now) {
        Map<String, Runnable> due = new HashMap<>();
        Instant next = null;
        synchronized (this) {
            for (Map.Entry<String, Again> each : again.entrySet()) {
                Instant at = each.getValue().at();
                if (!at.isAfter(now)) due.put(each.getKey(), each.getValue().task());
                else if (next == null || at.isBefore(next)) next = at;
            }
            again.keySet().removeAll(due.keySet());
        }
        due.forEach(this::run);
        return next;
    }

    /** The clock was turned back. */
    synchronized void bringForward(Duration by) {
        again.replaceAll((_, each) -> new Again(each.task(), each.at().minus(by)));
    }

    private void attempt(String name, Runnable task) {
        try {
            task.run();
            settled(name);
        } catch (SyncException e) {
            LOG.debug("{}: {}", name, e.getMessage());
            switch (e) {
                case SyncException.Unreachable _, SyncException.Unauthorized _ -> later(name, task, Duration.ZERO);
                case SyncException.ServerFault fault ->
                    later(name, task, fault.retryAfter() == null ? Duration.ZERO : fault.retryAfter());
                case SyncException.Forbidden _, SyncException.Rejected _, SyncException.Conflict _ -> settled(name);
            }
        } catch (StoreException e) {
            LOG.warn("{} waits for the disk ({}): {}", name, e.reason(), e.getMessage());
            later(name, task, Duration.ZERO);
        }
    }

    private synchronized void settled(String name) {
        faults.remove(name);
        again.remove(name);
    }

    private void later(String name, Runnable task, Duration asked) {
        synchronized (this) {
            Duration wait =
                    faults.computeIfAbsent(name, any -> newBackOff.get()).next();
            if (asked.compareTo(wait) > 0) wait = asked;
            again.put(name, new Again(task, clock.instant().plus(wait)));
        }
        planned.run();
    }
}
