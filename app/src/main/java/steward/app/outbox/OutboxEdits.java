package steward.app.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.paint.Color;
import steward.api.EmailAddress;
import steward.api.Json;
import steward.api.NewRoom;
import steward.api.Organization;
import steward.api.OrganizationSummary;
import steward.api.Recording;
import steward.api.Role;
import steward.api.Room;
import steward.app.dialog.Acting;
import steward.app.dialog.Field;
import steward.app.dialog.Prompt;
import steward.app.i18n.Messages;
import steward.app.shell.FieldWords;
import steward.app.shell.OrganizationContext;
import steward.app.shell.RoleWords;
import steward.store.Directory;
import steward.store.Operation;
import steward.store.OperationState;
import steward.store.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets a person correct the words of a change that was refused or has not left yet, and sends it as a new one. */
final class OutboxEdits {

    private static final List<String> WORDS = List.of("email", "name", "slug", "title", "description");

    private final OutboxViewModel model;
    private final OrganizationContext context;

    OutboxEdits(OutboxViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
    }

    boolean canEdit(OutboxLine.Item item) {
        Operation operation = item.first();
        boolean open = operation.state() == OperationState.ATTENTION || model.canTakeBack(item);
        return open && item.count() == 1 && !words(operation).isEmpty();
    }

    void ask(OutboxLine.Item item) {
        Operation operation = item.first();
        List<Field> fields = new ArrayList<>();
        for (String name : words(operation)) {
            String value = operation.payload().get(name).stringValue();
            fields.add(Field.line(name, FieldWords.name(name), value).checked(typed -> fault(name, typed)));
        }
        context.window()
                .dialogs()
                .prompt(
                        new Prompt(
                                acting(operation),
                                OperationWords.title(item),
                                Messages.text("outbox.edit.sentence"),
                                fields,
                                Messages.text("outbox.edit.submit"),
                                Messages.text("outbox.edit.cancel")),
                        values -> model.replace(operation, edited(operation, values)));
    }

    /** The organization of the change, which need not be the open one. */
    private Acting acting(Operation operation) {
        Directory.Entry entry = model.entry(operation.orgId());
        if (entry == null) return context.acting();
        OrganizationSummary summary = entry.organization();
        return new Acting(
                summary.name(),
                RoleWords.of(summary.role()),
                Color.web(summary.accentColor()),
                context.window().logos().known(summary));
    }

    /** The fields of its body that are words, of the kinds that can be made again. */
    private static List<String> words(Operation operation) {
        return switch (operation.kind()) {
            case INVITE_PERSON, CREATE_ROOM, EDIT_ROOM, EDIT_ORGANIZATION, RENAME_RECORDING, CREATE_ORGANIZATION ->
                WORDS.stream()
                        .filter(name -> operation.payload().has(name)
                                && operation.payload().get(name).isString())
                        .toList();
            default -> List.of();
        };
    }

    private static Optional<String> fault(String name, String value) {
        return switch (name) {
            case "email" -> {
                try {
                    EmailAddress.parse(value);
                    yield Optional.empty();
                } catch (EmailAddress.MalformedException e) {
                    yield Optional.of(Messages.text("outbox.edit.emailFault"));
                }
            }
            case "slug" ->
                value.length() <= 60 && value.matches("[a-z0-9]+(-[a-z0-9]+)*")
                        ? Optional.empty()
                        : Optional.of(Messages.text("outbox.edit.slugFault"));
            case "description" -> Optional.empty();
            default -> value.isBlank() ? Optional.of(Messages.text("outbox.edit.emptyFault")) : Optional.empty();
        };
    }

    static Request edited(Operation operation, Map<String, String> values) {
        ObjectNode body = (ObjectNode) operation.payload().deepCopy();
        values.forEach((name, value) -> body.put(name, value.strip()));
        return switch (operation.kind()) {
            case INVITE_PERSON ->
                new Request.InvitePerson(
                        operation.objectId(),
                        body.get("email").stringValue(),
                        Json.mapper().treeToValue(body.get("role"), Role.class),
                        text(body, "name"),
                        text(body, "note"),
                        operation.sourceRow());
            case CREATE_ROOM -> new Request.CreateRoom(Json.mapper().treeToValue(body, NewRoom.class));
            case EDIT_ROOM -> new Request.EditRoom(standing(operation, Room.class), body);
            case EDIT_ORGANIZATION -> new Request.EditOrganization(standing(operation, Organization.class), body);
            case RENAME_RECORDING ->
                new Request.RenameRecording(
                        standing(operation, Recording.class), body.get("title").stringValue());
            case CREATE_ORGANIZATION ->
                new Request.CreateOrganization(
                        operation.objectId(), body.get("name").stringValue());
            default -> throw new IllegalArgumentException("Not one of words: " + operation.kind());
        };
    }

    /** What the change is made on now: the state the server told with its refusal, else the one before. */
    private static <T> T standing(Operation operation, Class<T> type) {
        JsonNode current =
                operation.problem() == null ? null : operation.problem().current();
        return Json.mapper().treeToValue(current == null ? operation.base() : current, type);
    }

    private static String text(JsonNode body, String name) {
        JsonNode value = body.get(name);
        return value == null || value.isNull() ? null : value.stringValue();
    }
}
