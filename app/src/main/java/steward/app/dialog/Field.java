package steward.app.dialog;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A field of a prompt; {@code check} answers what is wrong with a value, in words. Its node id is {@code dialog-field-<id>}. */
public record Field(
        String id,
        String label,
        Kind kind,
        String initial,
        List<Option> options,
        Function<String, Optional<String>> check) {
    /** How the value is entered. */
    public enum Kind {
        LINE,
        AREA,
        SECRET,
        CHOICE
    }

    /** One value of a choice and its words. */
    public record Option(String value, String text) {}

    public static Field line(String id, String label, String initial) {
        return new Field(id, label, Kind.LINE, initial, List.of(), value -> Optional.empty());
    }

    public static Field area(String id, String label, String initial) {
        return new Field(id, label, Kind.AREA, initial, List.of(), value -> Optional.empty());
    }

    public static Field secret(String id, String label) {
        return new Field(id, label, Kind.SECRET, "", List.of(), value -> Optional.empty());
    }

    public static Field choice(String id, String label, String initial, List<Option> options) {
        return new Field(id, label, Kind.CHOICE, initial, List.copyOf(options), value -> Optional.empty());
    }

    public Field checked(Function<String, Optional<String>> test) {
        return new Field(id, label, kind, initial, options, test);
    }
}
