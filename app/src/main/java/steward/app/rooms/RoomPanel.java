package steward.app.rooms;

import atlantafx.base.controls.CustomTextField;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Badge;
import steward.app.control.Buttons;
import steward.app.control.Disabled;
import steward.app.control.Facts;
import steward.app.control.IconButton;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.SidePanel;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;
import steward.app.shell.PendingBlock;

/** The selected room: what is staged of it, its fields, and the ways to stage, discard and delete (picture 11). */
final class RoomPanel extends SidePanel {

    private final RoomsViewModel model;
    private final RoomEditor editor;
    private final RoomDialogs dialogs;
    private final PendingBlock pending;
    private final TextField name = new TextField();

    RoomPanel(RoomsViewModel model, RoomDialogs dialogs, OrganizationContext context) {
        super("rooms-panel");
        this.model = model;
        this.editor = model.editor();
        this.dialogs = dialogs;
        pending = new PendingBlock("rooms-pending", context);
        width(344);
        var identity = identity();
        var settings = new RoomFields(model);
        var readOnly = model.refusalProperty().isNotEmpty();
        identity.disableProperty().bind(readOnly);
        settings.disableProperty().bind(readOnly);
        setSections(pending, why(), new VBox(12, identity, link(), warning(), fault()), settings);
        setFoot(foot());
        // By invalidation: a fresh copy of the row equals the one before.
        model.selectedProperty().subscribe(() -> show(model.selectedProperty().get()));
    }

    @Override
    public void focusFirst() {
        name.requestFocus();
        name.selectAll();
    }

    private void show(RoomRow row) {
        openProperty().set(row != null);
        if (row == null) return;
        setTitle(row.room().name(), "");
        pending.show(row.shown().isPending() ? words(row) : "", row.shown().pending());
        if (row.inUse()) {
            var meeting = Labels.secondary(Messages.text(
                    "rooms.panel.meeting", row.people(), row.meeting().title()));
            setBadges(
                    new Badge(Messages.text("rooms.panel.inUse"), Tone.SUCCESS, Feather.VIDEO),
                    Labels.explainWhenCut(meeting));
        } else setBadges();
    }

    private static String words(RoomRow row) {
        if (row.shown().isLeaving()) return Messages.text("rooms.pending.deleting");
        return Messages.text(row.shown().before() == null ? "rooms.pending.created" : "rooms.pending.edited");
    }

    /** Said once for all fields that are disabled. */
    private Node why() {
        var words = Labels.paragraph("");
        words.setId("rooms-read-only");
        words.textProperty().bind(model.refusalProperty());
        words.setGraphic(Icons.toned(Feather.LOCK, 14, Tone.MUTED));
        words.visibleProperty().bind(model.refusalProperty().isNotEmpty());
        return words;
    }

    private Node identity() {
        name.setId("rooms-name");
        name.textProperty().bindBidirectional(editor.name);
        var description = new TextArea();
        description.setId("rooms-description");
        description.setPrefRowCount(2);
        description.setWrapText(true);
        description.textProperty().bindBidirectional(editor.description);
        return new Facts(72)
                .add(Messages.text("rooms.field.name"), name)
                .add(Messages.text("rooms.field.slug"), slug())
                .add(Messages.text("rooms.field.description"), description);
    }

    private Node slug() {
        var slug = new CustomTextField();
        slug.setId("rooms-slug");
        slug.textProperty().bindBidirectional(editor.slug);
        var free = Labels.styled(Messages.text("rooms.link.free"), "success", "small-text");
        free.setGraphic(Icons.toned(Feather.CHECK, 12, Tone.SUCCESS));
        free.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> editor.slugChanged() && model.editFault().isEmpty(),
                        editor.slug,
                        editor.fault,
                        editor.room()));
        free.setMinWidth(Region.USE_PREF_SIZE);
        slug.setRight(free);
        return slug;
    }

    /** The link in force; it can be copied whatever the role. */
    private Node link() {
        var link = Labels.explainWhenCut(Labels.body(""));
        link.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> editor.room().get() == null
                                ? ""
                                : shortLink(editor.room().get().link()),
                        editor.room()));
        var copy = Buttons.inBar(Buttons.normal(
                Messages.text("rooms.copy.short"),
                null,
                () -> dialogs.copyLink(model.selectedProperty().get())));
        copy.setId("rooms-copy-link");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(8, link, gap, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        return new Facts(72).add(Messages.text("rooms.field.link"), line);
    }

    private static String shortLink(String link) {
        return link == null || link.isEmpty() ? Messages.text("rooms.link.later") : link.replaceFirst("^https?://", "");
    }

    private Node warning() {
        var words = Labels.paragraph("");
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> editor.room().get() == null
                                ? ""
                                : Messages.text(
                                        "rooms.oldLink.text",
                                        editor.room().get().slug()),
                        editor.room()));
        var text = new VBox(4, Labels.strong(Messages.text("rooms.oldLink.title")), words);
        HBox.setHgrow(text, Priority.ALWAYS);
        var box = new HBox(8, Icons.toned(Feather.ALERT_TRIANGLE, 16, Tone.WARNING), text);
        box.setId("rooms-old-link");
        box.getStyleClass().add("field-warning");
        box.visibleProperty().bind(Bindings.createBooleanBinding(editor::slugChanged, editor.slug, editor.room()));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private Node fault() {
        var label = Labels.styled("", "field-fault");
        label.setId("rooms-fault");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.textProperty()
                .bind(Bindings.createStringBinding(model::editFault, editor.fault, editor.slug, editor.room()));
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private Node foot() {
        var stage = Buttons.inBar(Buttons.primary("", Feather.UPLOAD_CLOUD, model::stageEdits));
        stage.setId("rooms-stage");
        stage.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.text("rooms.stage.action", editor.changes.get()), editor.changes));
        var discard = Buttons.inBar(Buttons.normal(Messages.text("rooms.discard.action"), null, model::discardEdits));
        discard.setId("rooms-discard");
        discard.disableProperty().bind(editor.changes.isEqualTo(0));
        var remove = new IconButton(
                        Feather.TRASH_2,
                        Messages.text("rooms.delete.action"),
                        () -> dialogs.askDelete(model.selectedProperty().get()))
                .inBar();
        remove.getStyleClass().add("destructive");
        remove.setId("rooms-delete");
        var reason = Bindings.createStringBinding(
                () -> model.selectedProperty().get() == null
                        ? ""
                        : model.deleteRefusal(model.selectedProperty().get()).orElse(""),
                model.selectedProperty(),
                model.refusalProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(
                8, Disabled.when(model.stageRefusalProperty(), stage), discard, gap, Disabled.when(reason, remove));
        HBox.setHgrow(foot, Priority.ALWAYS);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }
}
