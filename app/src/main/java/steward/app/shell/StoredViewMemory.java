package steward.app.shell;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import steward.api.Json;
import steward.app.control.ViewMemory;
import steward.app.fx.Background;
import steward.store.Preferences;
import tools.jackson.databind.node.ObjectNode;

/** Keeps tables' columns, sort and widths with the account: read once at the start, written behind. On the FX thread. */
final class StoredViewMemory implements ViewMemory {
    private static final String KEY = "views";

    private final Preferences preferences;
    private final Background background;
    private final Map<String, String> values = new ConcurrentHashMap<>();

    StoredViewMemory(Preferences preferences, Background background) {
        this.preferences = preferences;
        this.background = background;
        background
                .run("read views", () -> preferences.get(KEY))
                .onSuccess(read -> read.ifPresent(node -> node.properties()
                        .forEach(each -> values.putIfAbsent(
                                each.getKey(), each.getValue().stringValue("")))));
    }

    @Override
    public Optional<String> read(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public void write(String key, String value) {
        values.put(key, value);
        ObjectNode all = Json.mapper().createObjectNode();
        values.forEach(all::put);
        background.start("write views", () -> preferences.put(KEY, all));
    }
}
