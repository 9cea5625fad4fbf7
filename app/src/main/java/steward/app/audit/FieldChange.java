package steward.app.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One field of a record's before and after.
 *
 * @param field as the contract names it, nested ones with dots
 * @param before empty when there was none
 * @param after empty when there is none
 */
record FieldChange(String field, String before, String after) {

    static List<FieldChange> of(JsonNode before, JsonNode after) {
        List<FieldChange> changes = new ArrayList<>();
        collect("", before, after, changes);
        return changes;
    }

    private static void collect(String prefix, JsonNode before, JsonNode after, List<FieldChange> into) {
        Set<String> fields = new LinkedHashSet<>();
        if (before != null && before.isObject()) fields.addAll(before.propertyNames());
        if (after != null && after.isObject()) fields.addAll(after.propertyNames());
        for (String field : fields) {
            JsonNode was = before == null ? null : before.get(field);
            JsonNode is = after == null ? null : after.get(field);
            if (isObject(was) || isObject(is)) collect(prefix + field + ".", was, is, into);
            else into.add(new FieldChange(prefix + field, text(was), text(is)));
        }
    }

    private static boolean isObject(JsonNode node) {
        return node != null && node.isObject();
    }

    private static String text(JsonNode node) {
        if (node == null || node.isNull()) return "";
        return node.isString() ? node.stringValue() : node.toString();
    }
}
