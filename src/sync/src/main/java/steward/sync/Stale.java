package steward.sync;

import java.util.List;
import java.util.UUID;
import steward.api.Json;
import steward.api.Problem;
import steward.api.ProblemType;
import steward.store.Dispatch;
import steward.store.Operation;
import steward.store.OperationState;
import tools.jackson.databind.JsonNode;

/**
 * Settles changes that were made on an older state (412): disjoint fields are sent again on the state now in force, equal
 * ones are done, all else asks a person. Thread-safe.
 */
final class Stale {

    private static final int MOST_REBASES = 3;

    private final Dispatch dispatch;
    private final OrganizationCalls reads;

    Stale(Dispatch dispatch, OrganizationCalls reads) {
        this.dispatch = dispatch;
        this.reads = reads;
    }

    /** @throws SyncException when the state now in force had to be fetched and could not */
    void settle(Operation operation, Problem problem) {
        JsonNode current = problem.current() == null ? fetch(operation) : problem.current();
        Problem told = new Problem(
                problem.type(), problem.title(), problem.status(), problem.detail(), problem.field(), current);
        switch (merged(operation, current)) {
            // no version is handed on to later changes: they do not know what came between
            case Merge.Outcome.Same same -> answer(operation, OperationState.DONE, 200, null);
            case Merge.Outcome.Disjoint rest
            when dispatch.rebases(operation.id()) < MOST_REBASES ->
                dispatch.rebase(operation.id(), rest.patch(), etag(current), current);
            case Merge.Outcome asks ->
                answer(operation, OperationState.ATTENTION, ProblemType.STALE_VERSION.status(), told);
        }
    }

    /** Roles and deletions always ask; a title is a patch of one field. */
    private static Merge.Outcome merged(Operation operation, JsonNode current) {
        return switch (operation.kind()) {
            case EDIT_ROOM, EDIT_ORGANIZATION, RENAME_RECORDING ->
                Merge.of(operation.base(), operation.payload(), current);
            default -> new Merge.Outcome.Differs();
        };
    }

    private JsonNode fetch(Operation operation) {
        UUID org = operation.orgId();
        UUID id = operation.objectId();
        Object current =
                switch (operation.kind()) {
                    case EDIT_ROOM, DELETE_ROOM -> reads.room(org, id).body();
                    case CHANGE_ROLE, REMOVE_MEMBER -> reads.member(org, id).body();
                    case RENAME_RECORDING -> reads.recording(org, id).body();
                    default -> reads.organization(org).body();
                };
        return Json.mapper().valueToTree(current);
    }

    private void answer(Operation operation, OperationState state, int status, Problem problem) {
        dispatch.answered(List.of(new Dispatch.Answer(operation.id(), state, status, null, problem, null, null)));
    }

    private static String etag(JsonNode current) {
        return "\"" + current.path("version").asLong() + "\"";
    }
}
