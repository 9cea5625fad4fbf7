package steward.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import steward.api.InvalidFieldException;
import steward.api.InvitationRef;
import steward.api.ItemResult;
import steward.api.Items;
import steward.api.Json;
import steward.api.LogoUpload;
import steward.api.NewInvitation;
import steward.api.NewOrganization;
import steward.api.NewRoom;
import steward.api.Problem;
import steward.api.ProblemType;
import steward.api.Role;
import steward.api.RoleChange;
import steward.api.TitleChange;
import steward.store.Operation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Makes the ordinary resource call of each kind of operation. Thread-safe. */
final class WireCourier implements Courier {

    private final WriteCalls writes;
    private final PlatformCalls platform;

    WireCourier(WriteCalls writes, PlatformCalls platform) {
        this.writes = writes;
        this.platform = platform;
    }

    @Override
    public List<Receipt> deliver(UUID orgId, List<Operation> operations) {
        Operation first = operations.getFirst();
        return switch (first.kind()) {
            case INVITE_PERSON -> invite(orgId, operations);
            case RESEND_INVITATION -> receipts(writes.resend(orgId, references(operations)));
            case CANCEL_INVITATION -> receipts(writes.cancel(orgId, references(operations)));
            default -> List.of(single(orgId, first));
        };
    }

    private List<Receipt> invite(UUID orgId, List<Operation> operations) {
        List<Receipt> receipts = new ArrayList<>();
        List<NewInvitation> items = new ArrayList<>();
        for (Operation each : operations) {
            try {
                items.add(invitation(each));
            } catch (InvalidFieldException | JacksonException e) {
                receipts.add(unfit(each, e));
            }
        }
        if (!items.isEmpty()) receipts.addAll(receipts(writes.invite(orgId, new Items<>(items))));
        return receipts;
    }

    private Receipt single(UUID orgId, Operation operation) {
        Supplier<Answer<?>> call;
        try {
            call = prepared(orgId, operation);
        } catch (InvalidFieldException | JacksonException e) {
            return unfit(operation, e);
        }
        Answer<?> answer = call.get();
        return new Receipt(operation.id(), answer.status(), null, null, answer.changeSeq(), answer.etag());
    }

    /** A record of the contract refuses it: the server would, too. */
    private static Receipt unfit(Operation operation, RuntimeException refusal) {
        ProblemType type = ProblemType.INVALID_FIELD;
        // what a parser says is nothing a person can read
        String field = refusal instanceof InvalidFieldException invalid ? invalid.field() : null;
        String detail = refusal instanceof InvalidFieldException ? refusal.getMessage() : type.title();
        Problem problem = new Problem(type.urn(), type.title(), type.status(), detail, field, null);
        return new Receipt(operation.id(), type.status(), null, problem, null, null);
    }

    private Supplier<Answer<?>> prepared(UUID orgId, Operation operation) {
        UUID id = operation.objectId();
        UUID key = operation.id();
        String etag = operation.baseEtag();
        JsonNode payload = operation.payload();
        return switch (operation.kind()) {
            case CHANGE_ROLE -> {
                RoleChange change = read(payload, RoleChange.class);
                yield () -> writes.changeRole(orgId, id, key, etag, change);
            }
            case REMOVE_MEMBER -> () -> writes.removeMember(orgId, id, key, etag);
            case CREATE_ROOM -> {
                NewRoom room = read(payload, NewRoom.class);
                yield () -> writes.createRoom(orgId, key, room);
            }
            case EDIT_ROOM -> () -> writes.editRoom(orgId, id, key, etag, payload);
            case DELETE_ROOM -> () -> writes.deleteRoom(orgId, id, key, etag);
            case EDIT_ORGANIZATION -> () -> writes.editOrganization(orgId, key, etag, payload);
            case SET_LOGO -> {
                LogoUpload logo = read(payload, LogoUpload.class);
                yield () -> writes.setLogo(orgId, key, logo);
            }
            case REMOVE_LOGO -> () -> writes.removeLogo(orgId, key);
            case RENAME_RECORDING -> {
                TitleChange change = read(payload, TitleChange.class);
                yield () -> writes.renameRecording(orgId, id, key, etag, change);
            }
            case DELETE_RECORDING -> () -> writes.deleteRecording(orgId, id, key);
            case RESTORE_RECORDING -> () -> writes.restoreRecording(orgId, id, key);
            case CREATE_ORGANIZATION -> {
                NewOrganization made =
                        new NewOrganization(id, payload.path("name").asString());
                yield () -> platform.createOrganization(key, made);
            }
            case LEAVE_ORGANIZATION -> () -> writes.leave(orgId, key);
            case INVITE_PERSON, RESEND_INVITATION, CANCEL_INVITATION ->
                throw new IllegalArgumentException("sent in batches: " + operation.kind());
        };
    }

    private static NewInvitation invitation(Operation operation) {
        JsonNode payload = operation.payload();
        return new NewInvitation(
                operation.id(),
                operation.objectId(),
                payload.path("email").asString(),
                Json.mapper().treeToValue(payload.path("role"), Role.class),
                payload.path("name").asString(null),
                payload.path("note").asString(null));
    }

    private static Items<InvitationRef> references(List<Operation> operations) {
        return new Items<>(operations.stream()
                .map(each -> new InvitationRef(each.id(), each.objectId()))
                .toList());
    }

    private static <T> T read(JsonNode payload, Class<T> type) {
        return Json.mapper().treeToValue(payload, type);
    }

    private static List<Receipt> receipts(Answer<Items<ItemResult>> answer) {
        return answer.body().items().stream()
                .map(item -> new Receipt(
                        item.opId(), item.status(), item.outcome(), item.problem(), item.changeSeq(), item.etag()))
                .toList();
    }
}
