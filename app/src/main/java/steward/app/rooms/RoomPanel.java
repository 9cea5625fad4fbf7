package steward.app.rooms;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import steward.api.RoomRecording;
import steward.api.WhoMayStart;
import steward.app.control.Badge;
import steward.app.control.Buttons;
import steward.app.control.Disabled;
import steward.app.control.Facts;
import steward.app.control.Labels;
import steward.app.control.Segmented;
import steward.app.control.SidePanel;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;

/** The selected room's fields, and what is staged of them (picture 11). */
final class RoomPanel extends SidePanel {

    private final RoomsViewModel model;
    private final RoomEditor editor;
    private final TextField name = new TextField();

    RoomPanel(RoomsViewModel model, OrganizationContext context, Consumer<RoomRow> delete, Consumer<RoomRow> copy) {
        super("rooms-panel");
        this.model = model;
        this.editor = model.editor();
        width(344);
        setSections(identity(copy), settings());
        setFoot(foot(delete));
        model.selectedProperty().subscribe(this::show);
    }

    void focusFirst() {
        name.requestFocus();
    }

    private void show(RoomRow row) {
        openProperty().set(row != null);
        if (row == null) return;
        setTitle(row.room().name(), "");
        if (row.shown().isPending()) setBadges(new Badge(pending(row), Tone.ACCENT, Feather.UPLOAD_CLOUD));
        else if (row.inUse()) {
            setBadges(
                    new Badge(Messages.text("rooms.panel.inUse"), Tone.SUCCESS, Feather.VIDEO),
                    Labels.secondary(Messages.text(
                            "rooms.panel.meeting", row.people(), row.meeting().title())));
        } else setBadges();
    }

    private static String pending(RoomRow row) {
        if (row.shown().isLeaving()) return Messages.text("rooms.pending.deleting");
        return Messages.text(row.shown().before() == null ? "rooms.pending.created" : "rooms.pending.edited");
    }

    private Node identity(Consumer<RoomRow> copy) {
        var slug = field("rooms-slug", editor.slug);
        name.setId("rooms-name");
        name.textProperty().bindBidirectional(editor.name);
        var description = new TextArea();
        description.setId("rooms-description");
        description.setPrefRowCount(2);
        description.setWrapText(true);
        description.textProperty().bindBidirectional(editor.description);
        var button = Buttons.inBar(Buttons.normal(
                Messages.text("rooms.copy.short"),
                null,
                () -> copy.accept(model.selectedProperty().get())));
        button.setId("rooms-copy-link");
        var link = Labels.body("");
        link.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> editor.room().get() == null
                                ? ""
                                : shortLink(editor.room().get().link()),
                        editor.room()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var linkLine = new HBox(8, link, gap, button);
        linkLine.setAlignment(Pos.CENTER_LEFT);
        var facts = new Facts(72)
                .add(Messages.text("rooms.field.name"), name)
                .add(Messages.text("rooms.field.slug"), slug)
                .add(Messages.text("rooms.field.link"), linkLine)
                .add(Messages.text("rooms.field.description"), description);
        return new VBox(12, facts, warning(), fault());
    }

    private static String shortLink(String link) {
        return link == null ? "" : link.replaceFirst("^https?://", "");
    }

    private Node warning() {
        var words = Labels.paragraph("");
        var box = new VBox(4, Labels.strong(Messages.text("rooms.oldLink.title")), words);
        box.getStyleClass().add("field-warning");
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> editor.room().get() == null
                                ? ""
                                : Messages.text(
                                        "rooms.oldLink.text",
                                        editor.room().get().slug()),
                        editor.room()));
        box.visibleProperty().bind(Bindings.createBooleanBinding(editor::slugChanged, editor.slug, editor.room()));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private Node fault() {
        var label = Labels.styled("", "field-fault");
        label.setId("rooms-fault");
        label.setWrapText(true);
        label.textProperty()
                .bind(Bindings.createStringBinding(this::faultWords, editor.fault, editor.slug, editor.room()));
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private String faultWords() {
        if (!editor.fault.get().isEmpty()) return editor.fault.get();
        return editor.slugChanged()
                ? model.linkFault(editor.slug.get(), editor.room().get().id()).orElse("")
                : "";
    }

    private Node settings() {
        var recording = new Segmented<RoomRecording>("rooms-recording")
                .quiet()
                .add(RoomRecording.OFF, Messages.text("rooms.recording.off"))
                .add(RoomRecording.HOST, Messages.text("rooms.recording.host"))
                .add(RoomRecording.AUTOMATIC, Messages.text("rooms.recording.automatic"));
        recording.selectedProperty().bindBidirectional(editor.recording);
        var limit = field("rooms-limit", editor.limit);
        limit.setAlignment(Pos.CENTER_RIGHT);
        limit.setMaxWidth(72);
        var ofMost = Labels.secondary("");
        ofMost.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.text("rooms.limit.of", model.participantLimit()), editor.room()));
        var passcode = field("rooms-passcode", editor.passcode);
        passcode.setMaxWidth(120);
        passcode.visibleProperty().bind(editor.passcodeOn);
        var who = new ComboBox<WhoMayStart>();
        who.setId("rooms-who");
        who.getItems().setAll(WhoMayStart.MEMBERS, WhoMayStart.ADMINS);
        who.setConverter(words());
        who.valueProperty().bindBidirectional(editor.whoMayStart);
        return new VBox(
                4,
                toggle("rooms-waiting-room", "rooms.setting.waitingRoom", editor.waitingRoom),
                toggle("rooms-sign-in", "rooms.setting.signInRequired", editor.signInRequired),
                line("rooms.setting.passcode", passcode, control("rooms-passcode-on", editor.passcodeOn)),
                toggle("rooms-join-before-host", "rooms.setting.joinBeforeHost", editor.joinBeforeHost),
                toggle("rooms-mute", "rooms.setting.muteOnEntry", editor.muteOnEntry),
                line("rooms.setting.recording", recording),
                line("rooms.setting.limit", ofMost, limit),
                line("rooms.setting.who", who));
    }

    private static StringConverter<WhoMayStart> words() {
        return new StringConverter<>() {
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
        };
    }

    private static Node toggle(String id, String key, BooleanProperty value) {
        return line(key, control(id, value));
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
        var line = new HBox(8, Labels.body(Messages.text(key)), gap);
        line.getChildren().addAll(right);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(32);
        return line;
    }

    private static TextField field(String id, StringProperty value) {
        var field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private Node foot(Consumer<RoomRow> delete) {
        var stage = Buttons.primary("", null, model::stageEdits);
        stage.setId("rooms-stage");
        stage.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.text("rooms.stage.action", editor.changes.get()), editor.changes));
        stage.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.canStage(), editor.changes, editor.fault, editor.slug, model.refusalProperty()));
        var discard = Buttons.normal(Messages.text("rooms.discard.action"), null, model::discardEdits);
        discard.setId("rooms-discard");
        discard.disableProperty().bind(editor.changes.isEqualTo(0));
        var remove = Buttons.danger(
                Messages.text("rooms.delete.action"),
                null,
                () -> delete.accept(model.selectedProperty().get()));
        remove.setId("rooms-delete");
        var reason = Bindings.createStringBinding(
                () -> model.selectedProperty().get() == null
                        ? ""
                        : model.deleteRefusal(model.selectedProperty().get()).orElse(""),
                model.selectedProperty(),
                model.refusalProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot =
                new HBox(8, Disabled.when(model.refusalProperty(), stage), discard, gap, Disabled.when(reason, remove));
        HBox.setHgrow(foot, Priority.ALWAYS);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }
}
