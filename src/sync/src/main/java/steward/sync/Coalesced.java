package steward.sync;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks by name, each at most once at a time: one asked for while it runs is run once more afterwards, however often
 * it was asked. Thread-safe.
 */
final class Coalesced {

    private final Executor executor;
    private final Map<Object, Boolean> running = new HashMap<>();

    Coalesced(Executor executor) {
        this.executor = executor;
    }

    void run(Object name, Runnable task) {
        synchronized (running) {
            if (running.containsKey(name)) {
                running.put(name, true);
                return;
            }
            running.put(name, false);
        }
        try {
            executor.execute(() -> loop(name, task));
        } catch (RejectedExecutionException closed) {
            forget(name);
        }
    }

    private void loop(Object name, Runnable task) {
        boolean again = true;
        while (again) {
            boolean whole = false;
            try {
                task.run();
                whole = true;
            } finally {
                if (!whole) forget(name);
            }
            again = finished(name);
        }
    }

    private void forget(Object name) {
        synchronized (running) {
            running.remove(name);
        }
    }

    /** @return whether it was asked for again meanwhile */
    private boolean finished(Object name) {
        synchronized (running) {
            if (Boolean.TRUE.equals(running.get(name))) {
                running.put(name, false);
                return true;
            }
            running.remove(name);
            return false;
        }
    }
}
