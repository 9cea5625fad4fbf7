package steward.app.invitations;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Banner;
import steward.app.control.Buttons;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.dialog.Field;
import steward.app.dialog.FilePick;
import steward.app.dialog.Prompt;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.app.shell.OrganizationContext;
import steward.people.Template;

/** Where an import begins: a file chosen or dropped, pasted text, or a draft taken up again. */
final class StartView extends VBox {
    private final ImportViewModel model;
    private final OrganizationContext context;
    private final VBox drop = new VBox(8);
    private final Banner problem = new Banner(Tone.DANGER, Feather.ALERT_OCTAGON);
    private final Banner reading = new Banner(Tone.ACCENT, Feather.FILE_TEXT);
    private final Button choose =
            Buttons.primary(Messages.text("invitations.start.choose"), Feather.FILE_TEXT, this::choose);
    private final DraftsTable drafts;

    StartView(ImportViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        drafts = new DraftsTable(model, context);
        build();
        style();
        bind();
    }

    void focus() {
        choose.requestFocus();
    }

    private void build() {
        setId("import-start");
        choose.setId("import-choose");
        var paste = Buttons.normal(Messages.text("invitations.start.paste"), Feather.CLIPBOARD, this::paste);
        paste.setId("import-paste");
        var template = Buttons.normal(Messages.text("invitations.start.template"), Feather.DOWNLOAD, this::template);
        template.setId("import-template");
        var buttons = new HBox(8, choose, paste, template);
        buttons.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(
                8,
                Labels.panelTitle(Messages.text("invitations.start.title")),
                Labels.paragraph(Messages.text("invitations.start.text")),
                buttons,
                Labels.secondary(Messages.text("invitations.start.kept")));
        var line = new HBox(16, Icons.toned(Feather.UPLOAD, 32, Tone.MUTED), words);
        HBox.setHgrow(words, Priority.ALWAYS);
        drop.getChildren().add(line);
        var around = new VBox(12, problem, reading, drop, Labels.strong(Messages.text("invitations.drafts.title")));
        around.getStyleClass().add("import-start");
        VBox.setVgrow(drafts.node(), Priority.ALWAYS);
        getChildren().addAll(around, drafts.node());
        var stop = Buttons.link(Messages.text("invitations.start.stop"), model::stopReading);
        stop.setId("import-stop");
        reading.action(stop);
    }

    private void style() {
        drop.setId("import-drop");
        drop.getStyleClass().add("drop-area");
        problem.setId("import-problem");
        problem.getStyleClass().add("rounded");
        reading.getStyleClass().add("rounded");
    }

    private void bind() {
        model.unreadableProperty().subscribe(unreadable -> {
            show(problem, unreadable != null);
            if (unreadable != null) {
                problem.show(Messages.text("invitations.start.problem", unreadable.name()), unreadable.why());
            }
        });
        model.readingProperty().subscribe(name -> showReading());
        model.rowsReadProperty().subscribe(rows -> showReading());
        drop.setOnDragOver(this::dragOver);
        drop.setOnDragDropped(this::dropped);
        drop.setOnDragExited(event -> drop.getStyleClass().remove("drop-here"));
    }

    private void showReading() {
        String name = model.readingProperty().get();
        show(reading, !name.isEmpty());
        reading.show(
                Messages.text("invitations.start.reading", name),
                Messages.text(
                        "invitations.start.readRows", model.rowsReadProperty().get()));
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles() || event.getDragboard().hasString()) {
            event.acceptTransferModes(TransferMode.COPY);
            if (!drop.getStyleClass().contains("drop-here")) {
                drop.getStyleClass().add("drop-here");
            }
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        var board = event.getDragboard();
        if (board.hasFiles() && !board.getFiles().isEmpty()) {
            model.open(board.getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
        } else if (board.hasString()) {
            model.paste(board.getString());
            event.setDropCompleted(true);
        }
        event.consume();
    }

    private void choose() {
        var pick = new FilePick(
                Messages.text("invitations.start.choose"),
                "",
                Messages.text("invitations.start.kind"),
                List.of("*.csv", "*.tsv", "*.txt", "*.xlsx", "*.*"));
        context.window().dialogs().openFile(pick, model::open);
    }

    private void paste() {
        String board = Clipboard.getSystemClipboard().hasString()
                ? Clipboard.getSystemClipboard().getString()
                : "";
        String initial = board.contains("@") ? board : "";
        context.window()
                .dialogs()
                .prompt(
                        new Prompt(
                                context.acting(),
                                Messages.text("invitations.paste.title"),
                                Messages.text("invitations.paste.sentence"),
                                List.of(Field.area("text", Messages.text("invitations.paste.text"), initial)),
                                Messages.text("invitations.paste.submit"),
                                Messages.text("invitations.dialog.cancel")),
                        values -> model.paste(values.get("text")));
    }

    private void template() {
        var pick = new FilePick(
                Messages.text("invitations.start.template"),
                "steward-template.csv",
                Messages.text("invitations.report.kind"),
                List.of("*.csv"));
        context.window().dialogs().saveFile(pick, this::saveTemplate);
    }

    private void saveTemplate(Path file) {
        char delimiter = Lists.delimiter();
        context.background()
                .start("template", () -> Template.create(file, delimiter))
                .onSuccess(done -> context.window()
                        .notices()
                        .tell(Notice.done(
                                Messages.text("invitations.template.saved"),
                                file.getFileName().toString())))
                .onFailure(failure -> context.window().notices().tell(Lists.notWritten(failure, file)));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
