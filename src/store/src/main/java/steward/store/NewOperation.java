package steward.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import steward.api.EmailAddress;
import steward.api.Invitation;
import steward.api.Json;
import steward.api.Member;
import steward.api.NewOrganization;
import steward.api.RoleChange;
import steward.api.Room;
import steward.api.TitleChange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the outbox keeps of a request.
 *
 * @param aggregate what is sent strictly in order: a person, by address, else the object
 * @param payload the body of the call, as the contract has it; of an invitation without its ids
 * @param base the object the change was made on, or null
 */
record NewOperation(
        OperationKind kind,
        UUID objectId,
        String aggregate,
        String subject,
        JsonNode payload,
        String baseEtag,
        JsonNode base,
        Long sourceRow) {

    static NewOperation of(Request request) {
        return switch (request) {
            case Request.InvitePerson r -> invite(r);
            case Request.ResendInvitation r -> on(OperationKind.RESEND_INVITATION, r.invitation());
            case Request.CancelInvitation r -> on(OperationKind.CANCEL_INVITATION, r.invitation());
            case Request.ChangeRole r -> on(OperationKind.CHANGE_ROLE, r.member(), tree(new RoleChange(r.role())));
            case Request.RemoveMember r -> on(OperationKind.REMOVE_MEMBER, r.member(), nothing());
            case Request.CreateRoom r ->
                create(OperationKind.CREATE_ROOM, r.room().id(), r.room().name(), tree(r.room()));
            case Request.EditRoom r -> on(OperationKind.EDIT_ROOM, r.room(), r.patch());
            case Request.DeleteRoom r -> on(OperationKind.DELETE_ROOM, r.room(), nothing());
            case Request.EditOrganization r -> on(OperationKind.EDIT_ORGANIZATION, r.organization(), r.patch());
            case Request.SetLogo r ->
                on(OperationKind.SET_LOGO, r.organization(), nothing().put("image", r.image()));
            case Request.RemoveLogo r -> on(OperationKind.REMOVE_LOGO, r.organization(), nothing());
            case Request.RenameRecording r ->
                on(OperationKind.RENAME_RECORDING, r.recording(), tree(new TitleChange(r.title())));
            case Request.DeleteRecording r -> on(OperationKind.DELETE_RECORDING, r.recording(), nothing());
            case Request.RestoreRecording r -> on(OperationKind.RESTORE_RECORDING, r.recording(), nothing());
            case Request.CreateOrganization r ->
                create(
                        OperationKind.CREATE_ORGANIZATION,
                        r.id(),
                        r.name(),
                        tree(new NewOrganization(r.id(), r.name())));
            case Request.LeaveOrganization r ->
                create(OperationKind.LEAVE_ORGANIZATION, r.id(), r.id().toString(), nothing());
        };
    }

    /** The same change again, on a newer state. */
    static NewOperation again(Operation old, String aggregate, JsonNode payload, String etag, JsonNode base) {
        return new NewOperation(
                old.kind(), old.objectId(), aggregate, old.subject(), payload, etag, base, old.sourceRow());
    }

    /** The organization an operation belongs to: creating and leaving one are about themselves. */
    UUID organization(UUID given) {
        return switch (kind) {
            case CREATE_ORGANIZATION, LEAVE_ORGANIZATION -> objectId;
            default -> given;
        };
    }

    /** What the operation's key stands for: a key is never sent with another body. */
    static String fingerprint(OperationKind kind, UUID objectId, String payload) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((kind + " " + objectId + " " + payload).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String person(String email) {
        try {
            return EmailAddress.parse(email).normal();
        } catch (EmailAddress.MalformedException e) {
            return email.strip().toLowerCase(Locale.ROOT);
        }
    }

    private static NewOperation invite(Request.InvitePerson r) {
        ObjectNode payload = nothing()
                .put("email", r.email())
                .put("role", r.role().name().toLowerCase(Locale.ROOT))
                .put("name", r.name())
                .put("note", r.note());
        return new NewOperation(
                OperationKind.INVITE_PERSON, r.id(), person(r.email()), r.email(), payload, null, null, r.sourceRow());
    }

    private static NewOperation create(OperationKind kind, UUID id, String subject, JsonNode payload) {
        return new NewOperation(kind, id, id.toString(), subject, payload, null, null, null);
    }

    private static NewOperation on(OperationKind kind, Invitation i) {
        return new NewOperation(
                kind, i.id(), person(i.email()), i.email(), nothing(), etag(i.version()), tree(i), null);
    }

    private static NewOperation on(OperationKind kind, Member m, JsonNode payload) {
        return new NewOperation(kind, m.id(), person(m.email()), m.email(), payload, etag(m.version()), tree(m), null);
    }

    private static NewOperation on(OperationKind kind, Room r, JsonNode payload) {
        return new NewOperation(kind, r.id(), r.id().toString(), r.name(), payload, etag(r.version()), tree(r), null);
    }

    private static NewOperation on(OperationKind kind, steward.api.Organization o, JsonNode payload) {
        return new NewOperation(kind, o.id(), o.id().toString(), o.name(), payload, etag(o.version()), tree(o), null);
    }

    private static NewOperation on(OperationKind kind, steward.api.Recording r, JsonNode payload) {
        return new NewOperation(kind, r.id(), r.id().toString(), r.title(), payload, etag(r.version()), tree(r), null);
    }

    static String etag(long version) {
        return "\"" + version + "\"";
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode tree(Object value) {
        return Json.mapper().valueToTree(value);
    }
}
