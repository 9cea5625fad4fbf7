package steward.app.invitations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
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

/** The rows of the preview. One cell can be typed in place at a time: Enter, F2 or a double click begins it. */
final class CheckTable {
    private final CheckViewModel model;
    private final OrganizationContext context;
    private final DataTable<CheckLine> table;
    private final Typing typing;

    CheckTable(CheckViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        table = new DataTable<>(
                "import-rows", CheckLine::index, context.window().memory());
        typing = new Typing(model, table::requestFocus);
        build();
    }

    DataTable<CheckLine> node() {
        return table;
    }

    /** Keys reach the rows. */
    void focus() {
        table.requestFocus();
    }

    private void build() {
        table.columns(
                false,
                TableColumns.<CheckLine>number("import-column-row", text("invitations.column.row"), CheckLine::number)
                        .width(82),
                address(),
                name(),
                role(),
                outcome());
        table.rows(model.rows());
        table.onOpen(line -> edit(line.row(), Typing.Part.EMAIL));
        table.rowMenu(this::menu);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            CheckLine current = table.currentProperty().get();
            if (event.getCode() == KeyCode.F2 && current != null) {
                edit(current.row(), Typing.Part.EMAIL);
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
                .width(204)
                .minWidth(140);
        column.setCellFactory(ignored -> new AddressCell(typing));
        return column.grow();
    }

    private DataColumn<CheckLine> name() {
        DataColumn<CheckLine> column = TableColumns.<CheckLine>text(
                        "import-column-name",
                        text("invitations.column.name"),
                        line -> line.row().row().name())
                .<String>sortBy(line -> line.row().row().name().toLowerCase(java.util.Locale.ROOT))
                .width(128)
                .minWidth(120);
        column.setCellFactory(ignored -> new NameCell(typing));
        return column;
    }

    private DataColumn<CheckLine> role() {
        return TableColumns.<CheckLine>node(
                        "import-column-role", text("invitations.column.role"), this::roleWord, this::roleLabel)
                .<String>sortBy(this::roleWord)
                .width(76);
    }

    /** The role it would be, else the file's own word: of a row with another fault the word was not looked at. */
    private String roleWord(CheckLine line) {
        Role role = Optional.ofNullable(line.row().role())
                .or(() -> model.readingProperty().get().policy().roleForAll())
                .orElse(null);
        if (role != null) {
            return RoleWords.of(role);
        }
        String word = line.row().row().roleWord();
        boolean doubtful = !word.isEmpty() && line.row().outcome() == Outcome.ATTENTION;
        return !doubtful || word.equalsIgnoreCase(Role.MEMBER.name()) ? RoleWords.of(Role.MEMBER) : word;
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
                .width(350)
                .minWidth(240);
        column.setCellFactory(ignored -> new OutcomeCell(this));
        return column.grow();
    }

    /** Everything that can be done with a row, for the keyboard too. */
    List<MenuItem> menu(CheckLine line) {
        CheckedRow row = line.row();
        List<Mend> mends = Mend.of(row, this);
        List<MenuItem> items = new ArrayList<>();
        mends.stream().filter(CheckTable::isNoOther).forEach(mend -> items.add(item(mend)));
        Mend.all(row, this).forEach(mend -> items.add(item(mend)));
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(item("address", text("invitations.menu.address"), () -> edit(row, Typing.Part.EMAIL)));
        items.add(item("name", text("invitations.menu.name"), () -> edit(row, Typing.Part.NAME)));
        items.add(item("note", text("invitations.menu.note"), () -> editNote(row)));
        if (mends.stream().noneMatch(mend -> mend.kind() == Mend.Kind.ROLE)) {
            items.add(new SeparatorMenuItem());
            Mend.roles(row, this).forEach(role -> items.add(item(role)));
        }
        return items;
    }

    /** What only begins the typing, and the role, stand in the menu anyway. */
    private static boolean isNoOther(Mend mend) {
        return switch (mend.kind()) {
            case CORRECT, TYPE, SHORTEN, ASMEMBER -> false;
            default -> true;
        };
    }

    private static MenuItem item(Mend mend) {
        return mend.kind() == Mend.Kind.ROLE
                ? item("role", Messages.text("invitations.menu.role", mend.words()), mend.run())
                : item(mend.kind().id(), mend.words(), mend.run());
    }

    private static MenuItem item(String id, String words, Runnable run) {
        var item = new MenuItem(words);
        item.setId("import-row-menu-" + id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> run.run());
        return item;
    }

    CheckViewModel model() {
        return model;
    }

    boolean mayInviteAdmins() {
        return context.refusal(steward.api.Action.INVITE_ADMIN, false).isEmpty();
    }

    /** Where one types, or null. */
    ReadOnlyObjectProperty<Typing.Place> typingProperty() {
        return typing.placeProperty();
    }

    void edit(CheckedRow row, Typing.Part part) {
        typing.begin(row, part);
    }

    /** What is being typed counts from now on. */
    void keepTyped() {
        typing.keep();
    }

    void editNote(CheckedRow row) {
        Field field = Field.area(
                        "note", text("invitations.column.note"), row.row().note())
                .checked(value -> value.length() > Checker.LONGEST_NOTE
                        ? Optional.of(Messages.text("intake.reason.NOTE_TOO_LONG", Checker.LONGEST_NOTE))
                        : Optional.empty());
        prompt(field, value -> model.fixes().note(row, value));
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
