package steward.app.recordings;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Recording;
import steward.app.control.Badge;
import steward.app.control.Buttons;
import steward.app.control.Disabled;
import steward.app.control.Facts;
import steward.app.control.IconWord;
import steward.app.control.SidePanel;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;

/** The selected recording: facts and what can be done with it. */
final class RecordingPanel extends SidePanel {

    private final RecordingsViewModel model;
    private final RecordingDialogs dialogs;
    private final OrganizationContext context;

    RecordingPanel(RecordingsViewModel model, RecordingDialogs dialogs, OrganizationContext context) {
        super("recordings-panel");
        this.model = model;
        this.dialogs = dialogs;
        this.context = context;
        model.selectedProperty().subscribe(this::show);
    }

    private void show(RecordingRow row) {
        openProperty().set(row != null);
        if (row == null) return;
        Recording recording = row.recording();
        setTitle(recording.title(), "");
        IconWord state = RecordingsView.state(row);
        setBadges(new Badge(state.word(), state.tone(), state.icon()));
        setSections(facts(row));
        var restore = Buttons.normal(
                text("recordings.restore.action"), Feather.ROTATE_CCW, () -> model.restore(List.of(row)));
        restore.setId("recordings-restore");
        var download = Buttons.normal(text("recordings.download.action"), null, () -> dialogs.save(row));
        download.setId("recordings-download");
        var first = row.inBin()
                ? Disabled.when(model.refusalProperty(), restore)
                : Disabled.when(model.onlineRefusalProperty(), download);
        var rename = Disabled.when(
                model.refusalProperty(),
                Buttons.normal(text("recordings.rename.action"), null, () -> dialogs.rename(row)));
        if (row.inBin()) {
            var purge = Disabled.when(
                    model.onlineRefusalProperty(),
                    Buttons.danger(
                            text("recordings.purge.action"), Feather.X_CIRCLE, () -> dialogs.purge(List.of(row))));
            setFoot(first, purge);
        } else {
            var delete = Buttons.danger(text("recordings.delete.short"), null, () -> model.delete(List.of(row)));
            delete.setId("recordings-delete");
            setFoot(first, rename, Disabled.when(model.refusalProperty(), delete));
        }
    }

    private Facts facts(RecordingRow row) {
        Recording recording = row.recording();
        Formats formats = Formats.current();
        var facts = new Facts()
                .add(text("recordings.fact.owner"), recording.ownerName())
                .add(
                        text("recordings.fact.room"),
                        recording.roomName() == null ? text("recordings.room.none") : recording.roomName())
                .add(text("recordings.fact.started"), formats.full(recording.startedAt()))
                .add(text("recordings.fact.length"), formats.duration(row.length()))
                .add(text("recordings.fact.size"), formats.bytes(recording.bytes()));
        if (row.inBin()) {
            facts.add(text("recordings.fact.deleted"), formats.full(recording.deletedAt()));
            if (recording.purgeAt() != null) {
                facts.add(
                        text("recordings.fact.gone"),
                        formats.ahead(
                                recording.purgeAt(), context.ticker().second().get()));
            }
        }
        return facts;
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
