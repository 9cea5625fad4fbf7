package steward.app.outbox;

import java.util.ArrayList;
import java.util.List;
import steward.app.shell.FieldChange;
import steward.app.shell.FieldWords;
import steward.store.Operation;
import steward.store.OperationKind;
import tools.jackson.databind.JsonNode;

/**
 * One field in question, its values in words: a colleague changed it after this change was made.
 *
 * @param path as the contract names it, nested ones with dots
 */
record Conflict(String path, String before, String mine, String theirs) {

    String name() {
        return FieldWords.name(path);
    }

    /** The fields of an operation that meet another value on the server; empty when the answer told no state. */
    static List<Conflict> of(Operation operation) {
        if (operation.problem() == null || operation.problem().current() == null || operation.payload() == null) {
            return List.of();
        }
        List<Conflict> conflicts = new ArrayList<>();
        collect("", operation.payload(), operation.base(), operation.problem().current(), conflicts);
        // Another name or note of a person who is invited or a member already keeps nobody from anything.
        if (operation.kind() == OperationKind.INVITE_PERSON) {
            conflicts.removeIf(each -> !each.path().equals("role"));
        }
        return conflicts;
    }

    /** What else the operation changes: it goes in whatever is chosen. */
    static List<FieldChange> fitting(Operation operation) {
        List<String> inQuestion = of(operation).stream().map(Conflict::path).toList();
        if (inQuestion.isEmpty() || operation.base() == null) return List.of();
        return FieldChange.by(operation.payload(), operation.base()).stream()
                .filter(change -> !inQuestion.contains(change.path()))
                .toList();
    }

    private static void collect(String prefix, JsonNode mine, JsonNode before, JsonNode theirs, List<Conflict> into) {
        for (String field : mine.propertyNames()) {
            JsonNode wanted = mine.get(field);
            JsonNode was = before == null ? null : before.get(field);
            JsonNode is = theirs.get(field);
            if (is == null) continue;
            if (wanted.isObject()) collect(prefix + field + ".", wanted, was, is, into);
            else if (!wanted.equals(is) && !is.equals(was)) into.add(of(prefix + field, was, wanted, is));
        }
    }

    private static Conflict of(String path, JsonNode was, JsonNode wanted, JsonNode is) {
        return new Conflict(
                path, FieldWords.value(path, was), FieldWords.value(path, wanted), FieldWords.value(path, is));
    }
}
