package steward.store;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Small choices of the person (columns, sort, dismissed hints), by key. Blocking; thread-safe. */
public final class Preferences {

    public Optional<JsonNode> get(String key) {
        throw new UnsupportedOperationException();
    }

    public void put(String key, JsonNode value) {
        throw new UnsupportedOperationException();
    }
}
