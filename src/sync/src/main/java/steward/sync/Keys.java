package steward.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import steward.api.Ids;

/**
 * Idempotency keys of online calls: when nobody knows whether a call was done, the same call made again has the same key.
 * Thread-safe.
 */
final class Keys {

    private static final int MOST = 64;

    private final Map<Object, UUID> unsure = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, UUID> eldest) {
            return size() > MOST;
        }
    };

    /** @param call equal for the same call */
    <T> T with(Object call, Function<UUID, T> sending) {
        UUID key;
        synchronized (unsure) {
            key = unsure.computeIfAbsent(call, any -> Ids.next());
        }
        try {
            T answer = sending.apply(key);
            forget(call);
            return answer;
        } catch (SyncException e) {
            boolean open = e instanceof SyncException.Unreachable || e instanceof SyncException.ServerFault;
            if (!open) forget(call);
            throw e;
        }
    }

    private void forget(Object call) {
        synchronized (unsure) {
            unsure.remove(call);
        }
    }
}
