package steward.app.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/**
 * A field that became another, in words.
 *
 * @param path as the contract names it, nested ones with dots
 * @param before empty when there was no value
 * @param after empty when there is none
 */
public record FieldChange(String path, String before, String after) {

    /** Names of an object's own bookkeeping: nothing a person changed. */
    private static final Set<String> UNTOLD = Set.of("id", "version", "seq");

    public String name() {
        return FieldWords.name(path);
    }

    /** The fields of two states of an object that differ; either may be null. */
    public static List<FieldChange> between(JsonNode before, JsonNode after) {
        List<FieldChange> changes = new ArrayList<>();
        collect("", before, after, (was, is) -> true, changes);
        return changes;
    }

    /** What a patch changes of an object, which may be null. */
    public static List<FieldChange> by(JsonNode patch, JsonNode base) {
        List<FieldChange> changes = new ArrayList<>();
        collect("", base, patch, (was, is) -> is != null, changes);
        return changes;
    }

    private static void collect(
            String prefix,
            JsonNode before,
            JsonNode after,
            BiPredicate<JsonNode, JsonNode> told,
            List<FieldChange> into) {
        Set<String> fields = new LinkedHashSet<>();
        if (isObject(before)) fields.addAll(before.propertyNames());
        if (isObject(after)) fields.addAll(after.propertyNames());
        for (String field : fields) {
            JsonNode was = before == null ? null : before.get(field);
            JsonNode is = after == null ? null : after.get(field);
            if (isUntold(field) || !told.test(was, is)) continue;
            if (isObject(was) || isObject(is)) collect(prefix + field + ".", was, is, told, into);
            else add(prefix + field, was, is, into);
        }
    }

    private static void add(String path, JsonNode was, JsonNode is, List<FieldChange> into) {
        var change = new FieldChange(path, FieldWords.value(path, was), FieldWords.value(path, is));
        if (!change.before().equals(change.after())) into.add(change);
    }

    private static boolean isUntold(String field) {
        return UNTOLD.contains(field) || field.endsWith("Id");
    }

    private static boolean isObject(JsonNode node) {
        return node != null && node.isObject();
    }
}
