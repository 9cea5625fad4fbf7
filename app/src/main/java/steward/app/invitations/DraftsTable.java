package steward.app.invitations;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.DataTable;
import steward.app.control.Icons;
import steward.app.control.State;
import steward.app.control.StateView;
import steward.app.control.TableColumns;
import steward.app.dialog.Choice;
import steward.app.dialog.Effect;
import steward.app.dialog.Field;
import steward.app.dialog.Prompt;
import steward.app.dialog.Question;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;
import steward.store.Drafts.Draft;

/** The imports begun on this computer, to be taken up again. */
final class DraftsTable {
    private final ImportViewModel model;
    private final OrganizationContext context;
    private final DataTable<DraftLine> table;
    private final StateView states;

    DraftsTable(ImportViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        table = new DataTable<>("import-drafts", DraftLine::id, context.window().memory());
        states = new StateView("import-drafts-state", table);
        build();
        model.drafts().subscribe(this::showState);
        showState();
    }

    Node node() {
        return states;
    }

    private void showState() {
        State none = new State.Message(
                Feather.INBOX,
                Messages.text("invitations.drafts.none"),
                Messages.text("invitations.drafts.noneText"),
                List.of(),
                false);
        states.stateProperty().set(model.drafts().isEmpty() ? none : State.ready());
    }

    private void build() {
        var now = context.ticker().second();
        table.columns(
                false,
                TableColumns.<DraftLine>name("import-draft-name", text("invitations.drafts.name"), line -> line.draft()
                                .name())
                        .width(280)
                        .grow(),
                TableColumns.<DraftLine>number(
                                "import-draft-rows", text("invitations.drafts.rows"), line -> line.counts()
                                        .rows())
                        .width(90),
                TableColumns.<DraftLine>number(
                                "import-draft-ready", text("invitations.drafts.ready"), line -> line.counts()
                                        .ready())
                        .width(90),
                TableColumns.<DraftLine>number(
                                "import-draft-attention", text("invitations.drafts.attention"), line -> line.counts()
                                        .attention())
                        .width(120),
                TableColumns.<DraftLine>state("import-draft-state", text("invitations.drafts.state"), DraftLine::state)
                        .width(296),
                TableColumns.<DraftLine>time(
                                "import-draft-changed",
                                text("invitations.drafts.changed"),
                                line -> line.draft().changedAt(),
                                line -> Formats.current().brief(line.draft().changedAt(), now.get()))
                        .width(110));
        table.rows(model.drafts());
        table.onOpen(line -> model.resume(line.draft()));
        table.rowMenu(line -> menu(line.draft()));
        table.onDelete(line -> delete(line.draft()));
    }

    private List<MenuItem> menu(Draft draft) {
        return List.of(
                item("open", text("invitations.drafts.resume"), Feather.CORNER_DOWN_RIGHT, () -> model.resume(draft)),
                item("rename", text("invitations.drafts.rename"), Feather.EDIT_2, () -> rename(draft)),
                item("delete", text("invitations.drafts.delete"), Feather.TRASH_2, () -> delete(draft)));
    }

    private static MenuItem item(String id, String words, Feather icon, Runnable run) {
        var item = new MenuItem(words, Icons.of(icon));
        item.setId("import-draft-menu-" + id);
        item.setOnAction(event -> run.run());
        return item;
    }

    private void rename(Draft draft) {
        var name = Field.line("name", text("invitations.drafts.name"), draft.name())
                .checked(value -> value.isBlank()
                        ? java.util.Optional.of(text("invitations.drafts.nameNeeded"))
                        : java.util.Optional.empty());
        context.window()
                .dialogs()
                .prompt(
                        new Prompt(
                                context.acting(),
                                text("invitations.drafts.renameTitle"),
                                "",
                                List.of(name),
                                text("invitations.drafts.renameSubmit"),
                                text("invitations.dialog.cancel")),
                        values -> model.rename(draft, values.get("name")));
    }

    private void delete(Draft draft) {
        Effect after = draft.batchId() == null
                ? Effect.warning(text("invitations.drafts.deleteFixes"))
                : Effect.of(Feather.SEND, text("invitations.drafts.deleteStaged"));
        context.window()
                .dialogs()
                .decide(Question.of(
                        context.acting(),
                        Messages.text("invitations.drafts.deleteTitle", draft.name()),
                        "",
                        List.of(Effect.of(Feather.FILE_TEXT, text("invitations.drafts.deleteFile")), after),
                        Choice.cancel(text("invitations.drafts.keep")),
                        Choice.destructive(
                                "delete-draft", text("invitations.drafts.deleteSubmit"), () -> model.delete(draft))));
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
