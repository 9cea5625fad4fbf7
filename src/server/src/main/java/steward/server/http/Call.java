package steward.server.http;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import steward.api.Account;
import steward.api.Action;
import steward.api.InvalidFieldException;
import steward.api.Json;
import steward.api.Role;
import steward.server.contract.Operation;
import steward.server.contract.SchemaCheck;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;

/**
 * One request, as far as it was let through.
 *
 * @param access what the caller is in the organization, or null outside one
 * @param json the body, or null without one
 */
public record Call(Operation operation, Caller caller, Access access, Parameters parameters, JsonNode json) {
    private static final int PAGE = 100;

    /** The texts of path, query and headers. */
    public record Parameters(Map<String, String> path, Map<String, String> query, Map<String, String> headers) {}

    public Account account() {
        return caller.account();
    }

    public UUID orgId() {
        return access.orgId();
    }

    /** The caller's role; null for the runtime account. */
    public Role role() {
        return access.role();
    }

    /** Refuses what the matrix does not allow the caller (finer than {@code x-action}). */
    public void require(Action action) {
        Guard.check(action, access);
    }

    /** An id of the path; what is no id cannot be found. */
    public UUID id(String name) {
        String text = parameters.path().get(name);
        if (!SchemaCheck.isUuid(text)) throw ProblemException.notFound();
        return UUID.fromString(text);
    }

    public String path(String name) {
        return parameters.path().get(name);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(parameters.query().get(name));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(parameters.headers().get(name));
    }

    public int limit() {
        return query("limit").map(Integer::parseInt).orElse(PAGE);
    }

    public Optional<Cursor> cursor() {
        return query("cursor").map(Cursor::parse);
    }

    /** The version of {@code If-Match}. */
    public long ifMatch() {
        String tag = parameters.headers().get("If-Match");
        return Long.parseLong(tag.substring(1, tag.length() - 1));
    }

    /** Compares {@code If-Match} with the version in force. */
    public void matches(long version, Object current) {
        if (ifMatch() != version) throw ProblemException.stale(current);
    }

    /** The body as its record, which checks itself. */
    public <T> T body(Class<T> type) {
        try {
            return Json.strict().treeToValue(json, type);
        } catch (JacksonException e) {
            if (e.getCause() instanceof InvalidFieldException invalid) throw invalid;
            boolean known = e instanceof DatabindException bad && !bad.getPath().isEmpty();
            String field = known ? ((DatabindException) e).getPath().getLast().getPropertyName() : null;
            throw new InvalidFieldException(field == null ? "body" : field, "does not fit");
        }
    }

    Call with(Access other) {
        return new Call(operation, caller, other, parameters, json);
    }

    /** The same request with another body, already checked. */
    public Call with(JsonNode other) {
        return new Call(operation, caller, access, parameters, other);
    }
}
