package steward.app.rooms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.kordamp.ikonli.feather.Feather;
import steward.app.dialog.Choice;
import steward.app.dialog.Effect;
import steward.app.dialog.Field;
import steward.app.dialog.Prompt;
import steward.app.dialog.Question;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.app.shell.OrganizationContext;

/** What is asked about rooms, and the copied link. */
final class RoomDialogs {

    private final RoomsViewModel model;
    private final OrganizationContext context;

    RoomDialogs(RoomsViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
    }

    void askNew() {
        var name = Field.line("name", text("rooms.new.name"), "").checked(model::nameFault);
        var slug = Field.line("slug", text("rooms.new.slug"), "")
                .checked(value -> value.isBlank() ? Optional.empty() : model.linkFault(value.strip(), null));
        var prompt = new Prompt(
                context.acting(),
                text("rooms.new.title"),
                text("rooms.new.sentence"),
                List.of(name, slug),
                text("rooms.new.submit"),
                text("rooms.new.cancel"));
        context.window().dialogs().prompt(prompt, values -> {
            String slugText = values.get("slug").strip();
            model.create(values.get("name"), slugText.isEmpty() ? model.freeLink(values.get("name")) : slugText);
        });
    }

    void askDelete(RoomRow row) {
        if (model.deleteRefusal(row).isPresent()) return;
        var effects = List.of(
                Effect.of(
                        Feather.LINK,
                        Messages.text("rooms.delete.link", row.room().slug())),
                Effect.of(Feather.FILM, text("rooms.delete.recordings")),
                Effect.of(Feather.LIST, text("rooms.delete.audit")));
        context.window()
                .dialogs()
                .decide(Question.of(
                        context.acting(),
                        Messages.text("rooms.delete.title", row.room().name()),
                        text("rooms.delete.sentence"),
                        effects,
                        Choice.cancel(text("rooms.delete.keep")),
                        Choice.destructive("delete", text("rooms.delete.confirm"), () -> model.delete(List.of(row)))));
    }

    void copyLink(RoomRow row) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, link(row)));
        context.window()
                .notices()
                .tell(Notice.done(text("rooms.copied.title"), row.room().name()));
    }

    /** The link as the server made it; one created here gets it with the first sync, until then its name only. */
    private static String link(RoomRow row) {
        String link = row.room().link();
        return link == null || link.isEmpty() ? row.room().slug() : link;
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
