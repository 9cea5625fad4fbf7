package steward.app.rooms;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import steward.api.Json;
import steward.api.Room;
import steward.api.RoomRecording;
import steward.api.RoomSettings;
import steward.api.WhoMayStart;
import steward.app.i18n.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of one room while they are edited, and the patch of those that differ. */
final class RoomEditor {

    final StringProperty name = new SimpleStringProperty("");
    final StringProperty slug = new SimpleStringProperty("");
    final StringProperty description = new SimpleStringProperty("");
    final BooleanProperty waitingRoom = new SimpleBooleanProperty();
    final BooleanProperty signInRequired = new SimpleBooleanProperty();
    final BooleanProperty passcodeOn = new SimpleBooleanProperty();
    final StringProperty passcode = new SimpleStringProperty("");
    final BooleanProperty joinBeforeHost = new SimpleBooleanProperty();
    final BooleanProperty muteOnEntry = new SimpleBooleanProperty();
    final ObjectProperty<RoomRecording> recording = new SimpleObjectProperty<>(RoomRecording.OFF);
    final StringProperty limit = new SimpleStringProperty("");
    final ObjectProperty<WhoMayStart> whoMayStart = new SimpleObjectProperty<>(WhoMayStart.MEMBERS);

    private final ReadOnlyObjectWrapper<Room> room = new ReadOnlyObjectWrapper<>();
    private int mostParticipants;

    /** How many fields differ. */
    final IntegerBinding changes = Bindings.createIntegerBinding(
            () -> room.get() == null ? 0 : count(patch()),
            room,
            name,
            slug,
            description,
            waitingRoom,
            signInRequired,
            passcodeOn,
            passcode,
            joinBeforeHost,
            muteOnEntry,
            recording,
            limit,
            whoMayStart);

    /** What is wrong with a field, in words; empty when all fit. */
    final StringBinding fault = Bindings.createStringBinding(
            () -> fault().orElse(""), room, name, slug, description, passcodeOn, passcode, limit);

    ReadOnlyObjectProperty<Room> room() {
        return room.getReadOnlyProperty();
    }

    /** Starts over from a room's state; {@code most} is the plan's limit of participants. */
    void edit(Room edited, int most) {
        mostParticipants = most;
        room.set(null);
        if (edited == null) return;
        RoomSettings settings = edited.settings();
        name.set(edited.name());
        slug.set(edited.slug());
        description.set(edited.description());
        waitingRoom.set(settings.waitingRoom());
        signInRequired.set(settings.signInRequired());
        passcodeOn.set(settings.passcode() != null);
        passcode.set(settings.passcode() == null ? "" : settings.passcode());
        joinBeforeHost.set(settings.joinBeforeHost());
        muteOnEntry.set(settings.muteOnEntry());
        recording.set(settings.recording());
        limit.set(Integer.toString(settings.participantLimit()));
        whoMayStart.set(settings.whoMayStart());
        room.set(edited);
    }

    /** Whether the link name was changed: the old link then ends. */
    boolean slugChanged() {
        return room.get() != null && !room.get().slug().equals(slug.get());
    }

    /** Only what differs, as {@code RoomPatch} of the contract. */
    ObjectNode patch() {
        ObjectNode was = tree(
                room.get().name(),
                room.get().slug(),
                room.get().description(),
                room.get().settings());
        ObjectNode is = tree(name.get().strip(), slug.get(), description.get(), settings());
        ObjectNode patch = differences(was, is);
        ObjectNode settings = differences((ObjectNode) was.get("settings"), (ObjectNode) is.get("settings"));
        if (settings.isEmpty()) patch.remove("settings");
        else patch.set("settings", settings);
        return patch;
    }

    private Optional<String> fault() {
        if (room.get() == null) return Optional.empty();
        if (name.get().isBlank() || name.get().strip().length() > 100) return text("rooms.name.fault");
        if (!LinkName.isValid(slug.get())) return text("rooms.link.fault");
        if (passcodeOn.get() && !passcode.get().matches("[0-9A-Za-z]{4,16}")) return text("rooms.passcode.fault");
        if (description.get().length() > 500) return text("rooms.description.fault");
        // One that was allowed before the plan shrank is no reason to refuse other changes.
        boolean asBefore = number() == room.get().settings().participantLimit();
        if (!asBefore && (number() < 2 || number() > mostParticipants)) {
            return Optional.of(Messages.text("rooms.limit.fault", mostParticipants));
        }
        return Optional.empty();
    }

    private static Optional<String> text(String key) {
        return Optional.of(Messages.text(key));
    }

    private int number() {
        String digits = limit.get().strip();
        return digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
    }

    private RoomSettings settings() {
        int people = number() < 2 ? room.get().settings().participantLimit() : Math.min(number(), 10_000);
        return new RoomSettings(
                waitingRoom.get(),
                signInRequired.get(),
                passcodeOn.get() ? passcode.get() : null,
                joinBeforeHost.get(),
                muteOnEntry.get(),
                recording.get(),
                people,
                whoMayStart.get());
    }

    private static int count(ObjectNode patch) {
        int settings = patch.has("settings") ? patch.get("settings").size() - 1 : 0;
        return patch.size() + settings;
    }

    private static ObjectNode tree(String name, String slug, String description, RoomSettings settings) {
        ObjectNode tree = Json.mapper().createObjectNode();
        tree.put("name", name).put("slug", slug).put("description", description);
        tree.set("settings", Json.mapper().valueToTree(settings));
        return tree;
    }

    private static ObjectNode differences(ObjectNode was, ObjectNode is) {
        ObjectNode result = Json.mapper().createObjectNode();
        for (String field : is.propertyNames()) {
            JsonNode value = is.get(field);
            if (!Objects.equals(was.get(field), value)) result.set(field, value);
        }
        return result;
    }
}
