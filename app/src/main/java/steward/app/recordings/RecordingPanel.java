package steward.app.recordings;

import java.time.Instant;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Recording;
import steward.app.control.Badge;
import steward.app.control.Buttons;
import steward.app.control.Disabled;
import steward.app.control.Facts;
import steward.app.control.IconWord;
import steward.app.control.Labels;
import steward.app.control.SidePanel;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;
import steward.app.shell.PendingBlock;

/** The selected recording: facts and what can be done with it. */
final class RecordingPanel extends SidePanel {

    private final RecordingsViewModel model;
    private final RecordingDialogs dialogs;
    private final OrganizationContext context;
    private final PendingBlock pending;

    RecordingPanel(RecordingsViewModel model, RecordingDialogs dialogs, OrganizationContext context) {
        super("recordings-panel");
        this.model = model;
        this.dialogs = dialogs;
        this.context = context;
        pending = new PendingBlock("recordings-pending", context);
        foot();
        // By invalidation: a fresh copy of the row equals the one before.
        model.selectedProperty().subscribe(() -> show(row()));
    }

    private RecordingRow row() {
        return model.selectedProperty().get();
    }

    private void show(RecordingRow row) {
        openProperty().set(row != null);
        if (row == null) return;
        setTitle(row.recording().title(), "");
        IconWord state = RecordingsView.settled(row);
        setBadges(new Badge(state.word(), state.tone(), state.icon()));
        pending.show(
                row.shown().isPending() ? RecordingsView.state(row).word() : "",
                row.shown().pending());
        setSections(pending, facts(row));
    }

    /** Made once: a button that is replaced while the pointer is on it loses the click. */
    private void foot() {
        var download = button(
                "recordings-download",
                Buttons.normal(text("recordings.download.action"), Feather.DOWNLOAD, () -> dialogs.save(row())));
        var rename = button(
                "recordings-rename",
                Buttons.normal(text("recordings.rename.action"), null, () -> dialogs.rename(row())));
        var delete = button(
                "recordings-delete",
                Buttons.danger(text("recordings.delete.short"), null, () -> model.delete(List.of(row()))));
        var restore = button(
                "recordings-restore",
                Buttons.normal(
                        text("recordings.restore.action"), Feather.ROTATE_CCW, () -> model.restore(List.of(row()))));
        var purge = button(
                "recordings-purge",
                Buttons.danger(text("recordings.purge.action"), Feather.X_CIRCLE, () -> dialogs.purge(List.of(row()))));
        var whyNotDownloaded = Bindings.createStringBinding(
                () -> row() == null ? "" : model.downloadRefusal(row()).orElse(""),
                model.selectedProperty(),
                model.onlineRefusalProperty(),
                model.downloadProperty());
        setFoot(
                when(false, Disabled.when(whyNotDownloaded, download)),
                when(false, Disabled.when(model.refusalProperty(), rename)),
                when(false, Disabled.when(model.refusalProperty(), delete)),
                when(true, Disabled.when(model.refusalProperty(), restore)),
                when(true, Disabled.when(model.onlineRefusalProperty(), purge)));
    }

    private static Button button(String id, Button button) {
        button.setId(id);
        return Buttons.inBar(button);
    }

    private Node when(boolean inBin, Node node) {
        node.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> row() != null && row().inBin() == inBin, model.selectedProperty()));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private Facts facts(RecordingRow row) {
        Recording recording = row.recording();
        Formats formats = Formats.current();
        var facts = new Facts()
                .add(text("recordings.fact.owner"), recording.ownerName())
                .add(
                        text("recordings.fact.room"),
                        recording.roomName() == null ? text("recordings.room.none") : recording.roomName())
                .add(text("recordings.fact.started"), moment(recording.startedAt()))
                .add(text("recordings.fact.length"), formats.duration(row.length()))
                .add(text("recordings.fact.size"), formats.bytes(recording.bytes()));
        if (row.inBin()) {
            facts.add(text("recordings.fact.deleted"), moment(recording.deletedAt()));
            if (recording.purgeAt() != null) {
                Instant now = context.ticker().second().get();
                var gone = Labels.body(
                        recording.purgeAt().isAfter(now)
                                ? formats.ahead(recording.purgeAt(), now)
                                : text("recordings.gone.now"));
                gone.setTooltip(new Tooltip(formats.full(recording.purgeAt())));
                facts.add(text("recordings.fact.gone"), gone);
            }
        }
        return facts;
    }

    /** Day and time; the whole of it on hover. */
    private static Label moment(Instant time) {
        Formats formats = Formats.current();
        Label label = Labels.body(formats.date(time) + ", " + formats.clock(time));
        label.setTooltip(new Tooltip(formats.full(time)));
        return label;
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
