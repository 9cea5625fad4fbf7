package steward.store;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Small choices of the person (columns, sort, dismissed hints), by key. Blocking; thread-safe. */
public final class Preferences {

    private final WorkStore work;

    Preferences(WorkStore work) {
        this.work = work;
    }

    public Optional<JsonNode> get(String key) {
        return work.read(handle -> handle.createQuery("SELECT value FROM preference WHERE key = :key")
                        .bind("key", key)
                        .mapTo(String.class)
                        .findOne())
                .map(Operations::json);
    }

    public void put(String key, JsonNode value) {
        work.write(handle -> handle.execute(
                "INSERT INTO preference (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                key,
                value.toString()));
    }
}
