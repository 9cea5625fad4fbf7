package steward.app.invitations;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import steward.api.Role;
import steward.app.control.DataColumn;
import steward.app.control.DataTable;
import steward.app.control.Labels;
import steward.app.control.TableColumns;
import steward.app.dialog.Field;
import steward.app.dialog.Prompt;
import steward.app.i18n.Messages;
import steward.app.intake.ReasonWords;
import steward.app.shell.OrganizationContext;
import steward.app.shell.RoleWords;
import steward.people.CheckedRow;
import steward.people.Checker;
import steward.people.Outcome;
import steward.people.Reason.Code;

/** The rows of the preview. One address can be typed in place at a time; Enter or F2 begins it. */
final class CheckTable {
    private static final long NONE = -1;

    private final CheckViewModel model;
    private final OrganizationContext context;
    private final DataTable<CheckLine> table;
    private final ReadOnlyLongWrapper editing = new ReadOnlyLongWrapper(NONE);

    CheckTable(CheckViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        table = new DataTable<>(
                "import-rows", CheckLine::index, context.window().memory());
        build();
    }

    Node node() {
        return table;
    }

    private void build() {
        table.columns(
                false,
                TableColumns.<CheckLine>number("import-column-row", text("invitations.column.row"), CheckLine::number)
                        .width(64),
                address(),
                TableColumns.<CheckLine>text("import-column-name", text("invitations.column.name"), line -> line.row()
                                .row()
                                .name())
                        .<String>sortBy(line -> line.row().row().name().toLowerCase(java.util.Locale.ROOT))
                        .width(128),
                role(),
                outcome());
        table.rows(model.rows());
        table.onOpen(line -> edit(line.row()));
        table.rowMenu(this::menu);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            CheckLine current = table.currentProperty().get();
            if (event.getCode() == KeyCode.F2 && current != null) {
                edit(current.row());
                event.consume();
            }
        });
    }

    private DataColumn<CheckLine> address() {
        DataColumn<CheckLine> column = TableColumns.<CheckLine>text(
                        "import-column-email",
                        text("invitations.column.email"),
                        line -> line.row().row().email())
                .<String>sortBy(line -> line.searched().letters())
                .width(224)
                .minWidth(140);
        column.setCellFactory(ignored -> new AddressCell(this));
        return column.grow();
    }

    private DataColumn<CheckLine> role() {
        return TableColumns.<CheckLine>node(
                        "import-column-role", text("invitations.column.role"), this::roleWord, this::roleLabel)
                .<String>sortBy(this::roleWord)
                .width(76);
    }

    /** The role it would be, else the file's own word. */
    private String roleWord(CheckLine line) {
        Role role = line.row().role();
        boolean doubtful = role == null && line.row().outcome() == Outcome.ATTENTION;
        return role != null
                ? RoleWords.of(role)
                : doubtful && !line.row().row().roleWord().isEmpty()
                        ? line.row().row().roleWord()
                        : RoleWords.of(Role.MEMBER);
    }

    private Label roleLabel(CheckLine line) {
        Code code = line.row().reason().code();
        boolean doubtful = code == Code.UNKNOWN_ROLE || code == Code.OWNER_ROLE;
        String style = doubtful ? "doubt" : line.row().role() == Role.ADMIN ? "medium" : "body";
        return Labels.styled(roleWord(line), style);
    }

    private DataColumn<CheckLine> outcome() {
        DataColumn<CheckLine> column = TableColumns.<CheckLine>text(
                        "import-column-outcome", text("invitations.column.outcome"), line -> ReasonWords.of(line.row()))
                .<Outcome>sortBy(line -> line.row().outcome())
                .width(330)
                .minWidth(240);
        column.setCellFactory(ignored -> new OutcomeCell(this));
        return column.grow();
    }

    private List<MenuItem> menu(CheckLine line) {
        CheckedRow row = line.row();
        var edit = new MenuItem(text("invitations.menu.address"));
        edit.setOnAction(event -> edit(row));
        var name = new MenuItem(text("invitations.menu.name"));
        name.setOnAction(event -> rename(row));
        return List.of(edit, name);
    }

    CheckViewModel model() {
        return model;
    }

    boolean mayInviteAdmins() {
        return context.refusal(steward.api.Action.INVITE_ADMIN, false).isEmpty();
    }

    /** Index of the row whose address is being typed, or -1. */
    ReadOnlyLongProperty editingProperty() {
        return editing.getReadOnlyProperty();
    }

    void edit(CheckedRow row) {
        editing.set(row.row().index());
    }

    void keep(CheckedRow row, String typed) {
        stopEditing();
        if (!typed.equals(row.row().email())) {
            model.retype(row, typed);
        }
    }

    void stopEditing() {
        editing.set(NONE);
        table.requestFocus();
    }

    /** Too long a name is shortened where there is room to see it. */
    void rename(CheckedRow row) {
        Field field = Field.line(
                        "name", text("invitations.column.name"), row.row().name())
                .checked(value -> value.length() > Checker.LONGEST_NAME
                        ? Optional.of(Messages.text("intake.reason.NAME_TOO_LONG", Checker.LONGEST_NAME))
                        : Optional.empty());
        prompt(field, value -> model.rename(row, value));
    }

    void editNote(CheckedRow row) {
        Field field = Field.area(
                        "note", text("invitations.column.note"), row.row().note())
                .checked(value -> value.length() > Checker.LONGEST_NOTE
                        ? Optional.of(Messages.text("intake.reason.NOTE_TOO_LONG", Checker.LONGEST_NOTE))
                        : Optional.empty());
        prompt(field, value -> model.note(row, value));
    }

    private void prompt(Field field, java.util.function.Consumer<String> taken) {
        context.window()
                .dialogs()
                .prompt(
                        new Prompt(
                                context.acting(),
                                Messages.text("invitations.edit.title", field.label()),
                                "",
                                List.of(field),
                                text("invitations.edit.submit"),
                                text("invitations.dialog.cancel")),
                        values -> taken.accept(values.get(field.id())));
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
