package steward.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.CollectionName;
import tools.jackson.databind.JsonNode;

/** Makes operations that supersede older ones: sent again as they are, edited, or rebased on a newer state. Thread-safe. */
final class Revision {

    /** The object as the cache holds it. */
    @FunctionalInterface
    interface Cached {
        Optional<JsonNode> find(UUID orgId, CollectionName collection, UUID id);
    }

    private final WorkStore work;
    private final Cached cached;

    Revision(WorkStore work, Cached cached) {
        this.work = work;
        this.cached = cached;
    }

    /** The same change on the newest state that is known; one that needs attention no more is left alone. */
    UUID again(UUID id) {
        Operation seen = work.read(handle -> Operations.find(handle, id)).orElseThrow();
        JsonNode newest = newest(seen);
        return revise(id, (handle, old) -> {
            if (old.state() != OperationState.ATTENTION) return id;
            String etag = newest == null
                    ? old.baseEtag()
                    : NewOperation.etag(newest.path("version").longValue());
            JsonNode base = newest == null ? old.base() : newest;
            NewOperation next = NewOperation.again(old, Operations.aggregate(handle, id), old.payload(), etag, base);
            return Operations.supersede(handle, old, next, 0, work.clock().instant());
        });
    }

    UUID replace(UUID id, NewOperation edited) {
        return revise(id, (handle, old) -> {
            boolean unsent = old.firstSentAt() == null
                    && (old.state() == OperationState.HELD || old.state() == OperationState.QUEUED);
            if (!unsent && old.state() != OperationState.ATTENTION) {
                throw new IllegalStateException("too late to edit " + id + ": " + old.state());
            }
            follow(handle, old, Operations.aggregate(handle, id), edited.aggregate());
            NewOperation next = new NewOperation(
                    edited.kind(),
                    edited.objectId(),
                    edited.aggregate(),
                    edited.subject(),
                    edited.payload(),
                    edited.baseEtag(),
                    edited.base(),
                    edited.sourceRow() == null ? old.sourceRow() : edited.sourceRow());
            return Operations.supersede(handle, old, next, 0, work.clock().instant());
        });
    }

    UUID rebase(UUID id, JsonNode payload, String baseEtag, JsonNode base) {
        return revise(id, (handle, old) -> {
            if (!old.open()) throw new IllegalStateException("not open: " + id);
            int rebases = rebases(handle, id) + 1;
            NewOperation next = NewOperation.again(old, Operations.aggregate(handle, id), payload, baseEtag, base);
            return Operations.supersede(handle, old, next, rebases, work.clock().instant());
        });
    }

    int rebases(UUID id) {
        return work.read(handle -> rebases(handle, id));
    }

    private interface Step {
        UUID take(Handle handle, Operation old) throws java.sql.SQLException;
    }

    private UUID revise(UUID id, Step step) {
        UUID[] organization = new UUID[1];
        UUID next = work.write(handle -> {
            Operation old = Operations.find(handle, id).orElseThrow();
            organization[0] = old.orgId();
            return step.take(handle, old);
        });
        work.shownChanged(List.of(organization[0]));
        return next;
    }

    /** Later changes of the same object go on waiting for it when its person has got another address. */
    private static void follow(Handle handle, Operation old, String from, String to) {
        if (from.equals(to)) return;
        handle.createUpdate("UPDATE op SET aggregate = :to WHERE org_id = :org AND aggregate = :from"
                        + " AND object_id = :object AND seq > :seq AND state IN " + Operations.OPEN)
                .bind("to", to)
                .bind("org", old.orgId().toString())
                .bind("from", from)
                .bind("object", old.objectId().toString())
                .bind("seq", old.seq())
                .execute();
    }

    private static int rebases(Handle handle, UUID id) {
        return handle.createQuery("SELECT rebases FROM op WHERE op_id = :id")
                .bind("id", id.toString())
                .mapTo(Integer.class)
                .one();
    }

    /** What the server told when it refused, or the cache, whichever is newer; null for what has no version. */
    private JsonNode newest(Operation operation) {
        if (operation.baseEtag() == null) return null;
        JsonNode told = operation.problem() == null ? null : operation.problem().current();
        if (told != null && !told.has("version")) told = null;
        JsonNode held = cached.find(operation.orgId(), collection(operation.kind()), operation.objectId())
                .orElse(null);
        if (told == null || held == null) return told == null ? held : told;
        return held.path("version").longValue() > told.path("version").longValue() ? held : told;
    }

    static CollectionName collection(OperationKind kind) {
        return switch (kind) {
            case INVITE_PERSON, RESEND_INVITATION, CANCEL_INVITATION -> CollectionName.INVITATIONS;
            case CHANGE_ROLE, REMOVE_MEMBER -> CollectionName.MEMBERS;
            case CREATE_ROOM, EDIT_ROOM, DELETE_ROOM -> CollectionName.ROOMS;
            case RENAME_RECORDING, DELETE_RECORDING, RESTORE_RECORDING -> CollectionName.RECORDINGS;
            case EDIT_ORGANIZATION, SET_LOGO, REMOVE_LOGO, CREATE_ORGANIZATION, LEAVE_ORGANIZATION ->
                CollectionName.ORGANIZATION;
        };
    }
}
