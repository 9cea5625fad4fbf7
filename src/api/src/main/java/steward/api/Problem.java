package steward.api;

import tools.jackson.databind.JsonNode;

/**
 * An error as the server tells it (RFC 9457).
 *
 * @param type one of {@link ProblemType}, or another URN of a newer server
 * @param detail what happened and what can be done, for a person
 * @param field the field at fault, or null
 * @param current the state now in force (409, 412), or null
 */
public record Problem(String type, String title, int status, String detail, String field, JsonNode current) {
    public Problem {
        Check.present("type", type);
        Check.present("title", title);
        Check.present("detail", detail);
        // JSON null arrives as a NullNode
        current = current == null || current.isNull() ? null : current;
    }

    public boolean is(ProblemType other) {
        return type.equals(other.urn());
    }
}
