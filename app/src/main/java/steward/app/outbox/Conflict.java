package steward.app.outbox;

import java.util.ArrayList;
import java.util.List;
import steward.store.Operation;
import tools.jackson.databind.JsonNode;

/**
 * One field in question: before, mine and theirs, each as text.
 *
 * @param field as the contract names it, nested ones with dots
 */
record Conflict(String field, String before, String mine, String theirs) {

    /** The fields of an operation that meet another value on the server; empty when the answer told no state. */
    static List<Conflict> of(Operation operation) {
        if (operation.problem() == null || operation.problem().current() == null || operation.payload() == null) {
            return List.of();
        }
        List<Conflict> conflicts = new ArrayList<>();
        collect("", operation.payload(), operation.base(), operation.problem().current(), conflicts);
        return conflicts;
    }

    private static void collect(String prefix, JsonNode mine, JsonNode before, JsonNode theirs, List<Conflict> into) {
        for (String field : mine.propertyNames()) {
            JsonNode wanted = mine.get(field);
            JsonNode was = before == null ? null : before.get(field);
            JsonNode is = theirs.get(field);
            if (is == null) continue;
            if (wanted.isObject()) collect(prefix + field + ".", wanted, was, is, into);
            else if (!wanted.equals(is)) into.add(new Conflict(prefix + field, text(was), text(wanted), text(is)));
        }
    }

    private static String text(JsonNode node) {
        if (node == null || node.isNull()) return "";
        return node.isString() ? node.stringValue() : node.toString();
    }
}
