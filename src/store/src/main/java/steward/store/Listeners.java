package steward.store;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who is told after a commit. Thread-safe. */
final class Listeners {

    private final List<StoreListener> all = new CopyOnWriteArrayList<>();

    AccountStore.Registration add(StoreListener listener) {
        // a wrapper, so that the same listener can be registered twice
        StoreListener own = listener::changed;
        all.add(own);
        return () -> all.remove(own);
    }

    void changed(StoreListener.Part part, UUID orgId) {
        for (StoreListener listener : all) listener.changed(part, orgId);
    }
}
