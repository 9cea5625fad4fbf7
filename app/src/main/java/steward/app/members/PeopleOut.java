package steward.app.members;

import java.awt.Desktop;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import steward.app.dialog.FilePick;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.app.shell.OrganizationContext;

/** People leaving the window: to the mail program, the clipboard, a file. */
final class PeopleOut {
    /** Beyond it mail programs and systems cut addresses off. */
    private static final int LONGEST_LINK = 1_900;

    private final OrganizationContext context;

    PeopleOut(OrganizationContext context) {
        this.context = context;
    }

    /** Opens the mail program; several people are blind copies of each other. */
    void message(List<PersonRow> rows) {
        String link = link(rows.stream().map(PersonRow::email).toList());
        if (link.length() > LONGEST_LINK) {
            copyInstead(rows, "members.message.many");
            return;
        }
        context.background()
                .start("mail program", () -> open(URI.create(link)))
                .onFailure(problem -> copyInstead(rows, "members.message.none"));
    }

    static String link(List<String> addresses) {
        String encoded = addresses.stream()
                .map(address -> URLEncoder.encode(address, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%40", "@"))
                .collect(Collectors.joining(","));
        return addresses.size() == 1 ? "mailto:" + encoded : "mailto:?bcc=" + encoded;
    }

    private static void open(URI link) throws IOException {
        if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.MAIL)) {
            throw new IOException("no mail program");
        }
        Desktop.getDesktop().mail(link);
    }

    private void copyInstead(List<PersonRow> rows, String why) {
        put(rows);
        context.window().notices().tell(Notice.info(Messages.text("members.copied", rows.size()), Messages.text(why)));
    }

    void copy(List<PersonRow> rows) {
        put(rows);
        context.window()
                .notices()
                .tell(Notice.done(
                        Messages.text("members.copied", rows.size()),
                        rows.size() == 1 ? rows.getFirst().email() : ""));
    }

    private static void put(List<PersonRow> rows) {
        String text = rows.stream().map(PersonRow::email).collect(Collectors.joining("\n"));
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    /** Asks where to, then writes in the background. */
    void export(List<PersonRow> rows) {
        var pick = new FilePick(
                Messages.text("members.export.title"),
                context.organization().organization().slug() + "-members.csv",
                Messages.text("members.export.kind"),
                List.of("*.csv"));
        List<PersonRow> written = List.copyOf(rows);
        context.window().dialogs().saveFile(pick, file -> context.background()
                .start("export members", () -> write(file, written))
                .onSuccess(done -> context.window()
                        .notices()
                        .tell(Notice.done(
                                Messages.text("members.export.done", written.size()),
                                file.getFileName().toString())))
                .onFailure(problem -> context.window()
                        .notices()
                        .tell(Notice.problem(
                                Messages.text("members.export.failed"),
                                Messages.text("members.export.failedText", file.toString()),
                                null))));
    }

    private static void write(Path file, List<PersonRow> rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            MembersCsv.write(out, rows);
        }
    }
}
