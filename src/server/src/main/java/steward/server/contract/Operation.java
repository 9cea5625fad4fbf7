package steward.server.contract;

import java.util.List;
import java.util.Optional;
import steward.api.Action;
import steward.api.Contract;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the contract.
 *
 * @param method in capitals
 * @param path with {names} in braces
 * @param guard the text of {@code x-action}
 * @param body the schema of the request's body, or null without one
 */
public record Operation(
        String id, String method, String path, String guard, List<Parameter> parameters, JsonNode body) {
    public static final String PUBLIC = "public";
    public static final String ACCOUNT = "account";
    public static final String RUNTIME = "runtime";

    /**
     * A parameter.
     *
     * @param in path, query or header
     */
    public record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /** The row of the permission matrix, or none for what needs an account or nothing. */
    public Optional<Action> action() {
        return switch (guard) {
            case PUBLIC, ACCOUNT, RUNTIME -> Optional.empty();
            default -> Optional.of(Action.valueOf(guard));
        };
    }

    public boolean takesKey() {
        return has("header", Contract.IDEMPOTENCY_KEY);
    }

    public boolean takesIfMatch() {
        return has("header", "If-Match");
    }

    public boolean ofOrganization() {
        return has("path", "orgId");
    }

    private boolean has(String in, String name) {
        return parameters.stream()
                .anyMatch(each -> each.in().equals(in) && each.name().equals(name));
    }
}
