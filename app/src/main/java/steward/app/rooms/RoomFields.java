package steward.app.rooms;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.PrefixSelectionComboBox;
import steward.api.RoomRecording;
import steward.api.RoomSettings;
import steward.api.WhoMayStart;
import steward.app.control.Labels;
import steward.app.control.Segmented;
import steward.app.i18n.Messages;

/** The settings of a room as switches and fields; beside a changed switch stands what it was (picture 11). */
final class RoomFields extends VBox {

    private final RoomEditor editor;
    private final RoomsViewModel model;

    RoomFields(RoomsViewModel model) {
        super(4);
        this.model = model;
        this.editor = model.editor();
        getChildren()
                .addAll(
                        toggle(
                                "rooms-waiting-room",
                                "rooms.setting.waitingRoom",
                                editor.waitingRoom,
                                RoomSettings::waitingRoom),
                        toggle(
                                "rooms-sign-in",
                                "rooms.setting.signInRequired",
                                editor.signInRequired,
                                RoomSettings::signInRequired),
                        line("rooms.setting.passcode", passcode(), control("rooms-passcode-on", editor.passcodeOn)),
                        toggle(
                                "rooms-join-before-host",
                                "rooms.setting.joinBeforeHost",
                                editor.joinBeforeHost,
                                RoomSettings::joinBeforeHost),
                        toggle(
                                "rooms-mute",
                                "rooms.setting.muteOnEntry",
                                editor.muteOnEntry,
                                RoomSettings::muteOnEntry),
                        line("rooms.setting.recording", recording()),
                        limit(),
                        line("rooms.setting.who", who()));
    }

    static TextField field(String id, StringProperty value) {
        var field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private Node passcode() {
        var passcode = field("rooms-passcode", editor.passcode);
        passcode.setPromptText(Messages.text("rooms.passcode.prompt"));
        passcode.setAccessibleText(Messages.text("rooms.setting.passcode"));
        passcode.setPrefWidth(120);
        passcode.setMaxWidth(120);
        passcode.visibleProperty().bind(editor.passcodeOn);
        return passcode;
    }

    private Node recording() {
        var recording = new Segmented<RoomRecording>("rooms-recording")
                .add(RoomRecording.OFF, Messages.text("rooms.recording.off"))
                .add(RoomRecording.HOST, Messages.text("rooms.recording.host"))
                .add(RoomRecording.AUTOMATIC, Messages.text("rooms.recording.automatic"))
                .quiet();
        recording.selectedProperty().bindBidirectional(editor.recording);
        return recording;
    }

    private Node limit() {
        var limit = field("rooms-limit", editor.limit);
        limit.setAlignment(Pos.CENTER_RIGHT);
        limit.setPrefWidth(72);
        limit.setMaxWidth(72);
        limit.setAccessibleText(Messages.text("rooms.setting.limit"));
        var most = Labels.secondary("");
        most.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.planLimit()
                                .map(limitOfPlan -> Messages.text("rooms.limit.of", limitOfPlan))
                                .orElse(""),
                        editor.room()));
        return line("rooms.setting.limit", most, limit);
    }

    private Node who() {
        var who = new PrefixSelectionComboBox<WhoMayStart>();
        who.setId("rooms-who");
        who.setPrefWidth(176);
        who.setAccessibleText(Messages.text("rooms.setting.who"));
        who.getItems().setAll(WhoMayStart.MEMBERS, WhoMayStart.ADMINS);
        who.setConverter(new Words());
        who.valueProperty().bindBidirectional(editor.whoMayStart);
        return who;
    }

    private Node toggle(String id, String key, BooleanProperty value, Function<RoomSettings, Boolean> setting) {
        Label was = Labels.styled("", "accent", "small-text");
        was.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            if (editor.room().get() == null) return "";
                            boolean before = setting.apply(editor.room().get().settings());
                            if (before == value.get()) return "";
                            return Messages.text(before ? "rooms.setting.wasOn" : "rooms.setting.wasOff");
                        },
                        value,
                        editor.room()));
        Node control = control(id, value);
        control.setAccessibleText(Messages.text(key));
        return line(key, was, control);
    }

    private static Node control(String id, BooleanProperty value) {
        var toggle = new atlantafx.base.controls.ToggleSwitch();
        toggle.setId(id);
        toggle.selectedProperty().bindBidirectional(value);
        return toggle;
    }

    private static Node line(String key, Node... right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var name = Labels.body(Messages.text(key));
        name.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(8, name, gap);
        line.getChildren().addAll(right);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(32);
        return line;
    }

    private static final class Words extends StringConverter<WhoMayStart> {
        @Override
        public String toString(WhoMayStart who) {
            return who == null
                    ? ""
                    : Messages.text(who == WhoMayStart.ADMINS ? "rooms.who.admins" : "rooms.who.members");
        }

        @Override
        public WhoMayStart fromString(String text) {
            throw new UnsupportedOperationException("not editable");
        }
    }
}
