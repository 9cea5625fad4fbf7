package steward.sync;

import java.util.Map;
import java.util.Objects;
import steward.api.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Merges a change made on an old state into the state now in force, field by field. Stateless. */
final class Merge {

    /** What a stale change comes to. */
    sealed interface Outcome {
        /** Everything it asks for is so already. */
        record Same() implements Outcome {}

        /** Nothing it changes was changed there: what is left of it, to be sent on the state now in force. */
        record Disjoint(ObjectNode patch) implements Outcome {}

        /** A field was changed to something else there: a person decides. */
        record Differs() implements Outcome {}
    }

    private Merge() {}

    /**
     * @param base the object when the change was made; a change of unknown base always asks
     * @param patch the fields to change, as the contract's patches
     * @param current the object now
     */
    static Outcome of(JsonNode base, JsonNode patch, JsonNode current) {
        ObjectNode rest = Json.mapper().createObjectNode();
        boolean fits = base != null && merge(base, patch, current, rest);
        if (!fits) return new Outcome.Differs();
        return rest.isEmpty() ? new Outcome.Same() : new Outcome.Disjoint(rest);
    }

    /** @return false when a field was changed to something else there */
    private static boolean merge(JsonNode base, JsonNode patch, JsonNode current, ObjectNode rest) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            String name = field.getKey();
            JsonNode mine = field.getValue();
            if (mine.isObject()) {
                ObjectNode inner = Json.mapper().createObjectNode();
                if (!merge(base.path(name), mine, current.path(name), inner)) return false;
                if (!inner.isEmpty()) rest.set(name, inner);
            } else if (!same(mine, current.path(name))) {
                if (!same(base.path(name), current.path(name))) return false;
                rest.set(name, mine);
            }
        }
        return true;
    }

    private static boolean same(JsonNode one, JsonNode other) {
        boolean oneAbsent = one.isNull() || one.isMissingNode();
        boolean otherAbsent = other.isNull() || other.isMissingNode();
        if (oneAbsent || otherAbsent) return oneAbsent == otherAbsent;
        if (one.isNumber() && other.isNumber()) return one.decimalValue().compareTo(other.decimalValue()) == 0;
        return Objects.equals(one, other);
    }
}
