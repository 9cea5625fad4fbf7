package steward.sync;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import steward.api.Json;
import steward.store.AccountStore;
import tools.jackson.databind.JsonNode;

/**
 * Holds the organizations with operations of unknown fate when the server was restored from a backup: nothing is resent
 * silently. Survives a restart. Thread-safe.
 */
final class Restored {

    private static final String PREFERENCE = "sync.restored";

    private final AccountStore store;
    private final Set<String> held = new TreeSet<>();

    Restored(AccountStore store) {
        this.store = store;
        for (JsonNode each :
                store.preferences().get(PREFERENCE).orElse(Json.mapper().createArrayNode())) {
            held.add(each.asString());
        }
    }

    synchronized boolean holds(UUID orgId) {
        return held.contains(orgId.toString());
    }

    /** Holds every organization with something that was sent and never answered. */
    synchronized void hold() {
        for (UUID each : store.dispatch().unsure()) {
            held.add(each.toString());
            store.dispatch().pause(each, true);
        }
        save();
    }

    /** A person looked at it. */
    synchronized void release(UUID orgId) {
        if (held.remove(orgId.toString())) save();
    }

    private void save() {
        store.preferences().put(PREFERENCE, Json.mapper().valueToTree(held));
    }
}
