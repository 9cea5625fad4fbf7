package steward.app.shell;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import tools.jackson.databind.JsonNode;

/** The contract's fields and their values in words, for before and after; what this program does not know stays as named. */
public final class FieldWords {

    private FieldWords() {}

    /** @param path as the contract names it, nested ones with dots: "settings.waitingRoom" */
    public static String name(String path) {
        return known("shell.field." + last(path), path);
    }

    /** Empty when there is no value. */
    public static String value(String path, JsonNode node) {
        if (node == null || node.isNull()) return "";
        if (node.isBoolean()) return Messages.text(node.booleanValue() ? "shell.value.on" : "shell.value.off");
        if (node.isIntegralNumber()) return number(last(path), node.longValue());
        return node.isString() ? words(last(path), node.stringValue()) : node.toString();
    }

    private static String number(String field, long value) {
        Formats formats = Formats.current();
        return switch (field) {
            case "bytes" -> formats.bytes(value);
            case "seconds" -> formats.duration(java.time.Duration.ofSeconds(value));
            case "plannedMinutes", "inMinutes" -> formats.duration(java.time.Duration.ofMinutes(value));
            default -> formats.number(value);
        };
    }

    private static String words(String field, String value) {
        if (field.endsWith("At")) return time(value);
        return switch (field) {
            case "role", "recording", "whoMayStart", "state", "plan", "interval" ->
                known("shell.value." + value.toLowerCase(Locale.ROOT), value);
            default -> value;
        };
    }

    private static String time(String value) {
        try {
            Instant at = Instant.parse(value);
            return Formats.current().date(at) + ", " + Formats.current().clock(at);
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private static String known(String key, String otherwise) {
        String words = Messages.text(key);
        return words.equals(key) ? otherwise : words;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
