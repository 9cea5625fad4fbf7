package steward.app.recordings;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import steward.app.dialog.Choice;
import steward.app.dialog.Effect;
import steward.app.dialog.Field;
import steward.app.dialog.FilePick;
import steward.app.dialog.Prompt;
import steward.app.dialog.Question;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.app.shell.OrganizationContext;

/** What is asked before recordings change. */
final class RecordingDialogs {

    private final RecordingsViewModel model;
    private final OrganizationContext context;

    RecordingDialogs(RecordingsViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
    }

    void rename(RecordingRow row) {
        var title = Field.line(
                        "title",
                        text("recordings.rename.field"),
                        row.recording().title())
                .checked(model::titleFault);
        context.window()
                .dialogs()
                .prompt(
                        new Prompt(
                                context.acting(),
                                text("recordings.rename.title"),
                                text("recordings.rename.sentence"),
                                List.of(title),
                                text("recordings.rename.submit"),
                                text("recordings.cancel.action")),
                        values -> model.rename(row, values.get("title")));
    }

    /** Says how many and how much before they go to the bin. */
    void deleteMany(List<RecordingRow> rows, String title) {
        if (rows.isEmpty()) {
            context.window()
                    .notices()
                    .tell(Notice.info(text("recordings.cleanUp.none"), text("recordings.cleanUp.noneText")));
            return;
        }
        long bytes = rows.stream().mapToLong(row -> row.recording().bytes()).sum();
        context.window()
                .dialogs()
                .decide(Question.of(
                        context.acting(),
                        title,
                        Messages.text(
                                "recordings.delete.sentence",
                                rows.size(),
                                Formats.current().bytes(bytes)),
                        List.of(
                                Effect.of(Feather.TRASH_2, text("recordings.delete.bin")),
                                Effect.of(Feather.ROTATE_CCW, text("recordings.delete.restorable")),
                                Effect.of(Feather.LIST, text("recordings.delete.audit"))),
                        Choice.cancel(text("recordings.delete.keep")),
                        Choice.destructive(
                                "delete",
                                Messages.text("recordings.delete.confirm", rows.size()),
                                () -> model.delete(rows))));
    }

    void purge(List<RecordingRow> rows) {
        long bytes = rows.stream().mapToLong(row -> row.recording().bytes()).sum();
        context.window()
                .dialogs()
                .decide(Question.of(
                        context.acting(),
                        text("recordings.purge.title"),
                        Messages.text(
                                "recordings.purge.sentence",
                                rows.size(),
                                Formats.current().bytes(bytes)),
                        List.of(Effect.warning(text("recordings.purge.forGood"))),
                        Choice.cancel(text("recordings.delete.keep")),
                        Choice.destructive(
                                "purge",
                                Messages.text("recordings.purge.confirm", rows.size()),
                                () -> model.purge(rows))));
    }

    void save(RecordingRow row) {
        String proposed = row.recording().title().replaceAll("[^\\p{L}\\p{N} ._-]", "_") + ".mp4";
        context.window()
                .dialogs()
                .saveFile(
                        new FilePick(
                                text("recordings.download.title"),
                                proposed,
                                text("recordings.download.kind"),
                                List.of("*.mp4")),
                        target -> model.download(row, target));
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
