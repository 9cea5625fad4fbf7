package steward.app.control;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where a table's columns, sort and widths are remembered. Called on the FX thread: an implementation answers at once. */
public interface ViewMemory {
    Optional<String> read(String key);

    void write(String key, String value);

    /** Remembers until the program ends. */
    static ViewMemory forNow() {
        Map<String, String> values = new HashMap<>();
        return new ViewMemory() {
            @Override
            public Optional<String> read(String key) {
                return Optional.ofNullable(values.get(key));
            }

            @Override
            public void write(String key, String value) {
                values.put(key, value);
            }
        };
    }
}
