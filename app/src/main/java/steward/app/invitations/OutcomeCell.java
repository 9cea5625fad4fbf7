package steward.app.invitations;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Role;
import steward.app.control.Buttons;
import steward.app.control.IconButton;
import steward.app.control.IconWord;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.i18n.Messages;
import steward.app.shell.RoleWords;
import steward.people.CheckedRow;
import steward.people.Outcome;

/** What becomes of a row, why, and what mends it, at the row's end. */
final class OutcomeCell extends TableCell<CheckLine, CheckLine> {
    /** A correction of so many letters is always shown whole. */
    private static final int SHORT = 20;

    private final CheckTable table;
    private final ChangeListener<Number> editing = (source, before, after) -> show();

    OutcomeCell(CheckTable table) {
        this.table = table;
        table.editingProperty().addListener(new WeakChangeListener<>(editing));
    }

    @Override
    protected void updateItem(CheckLine line, boolean empty) {
        super.updateItem(line, empty);
        show();
    }

    private void show() {
        if (isEmpty() || getItem() == null) {
            setGraphic(null);
            return;
        }
        CheckedRow row = getItem().row();
        IconWord shown = OutcomeLook.of(row);
        boolean needsPerson = row.outcome() == Outcome.ATTENTION || row.outcome() == Outcome.NOT_ALLOWED;
        Label words = needsPerson ? Labels.body(shown.word()) : Labels.muted(shown.word());
        words.setGraphic(Icons.toned(shown.icon(), 14, shown.tone()));
        words.setGraphicTextGap(8);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setTooltip(new Tooltip(shown.word()));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(6, words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().addAll(mending(row));
        setGraphic(line);
    }

    private List<Node> mending(CheckedRow row) {
        if (table.editingProperty().get() == row.row().index()) {
            return List.of(Labels.keyCap("Enter"), Labels.secondary(Messages.text("invitations.edit.hint")));
        }
        return switch (row.outcome()) {
            case ATTENTION -> attention(row);
            case SKIPPED -> List.of(button("include", row, () -> table.model().include(row)));
            case NOT_ALLOWED ->
                List.of(button("asMember", row, () -> table.model().role(row, Role.MEMBER)));
            default -> List.of();
        };
    }

    private List<Node> attention(CheckedRow row) {
        return switch (row.reason().code()) {
            case UNKNOWN_ROLE, OWNER_ROLE -> List.of(roles(row));
            case TOO_MANY_CELLS ->
                List.of(button("asIs", row, () -> table.model().keepAsIs(row)));
            case NAME_TOO_LONG -> List.of(button("shorten", row, () -> table.rename(row)));
            case NOTE_TOO_LONG -> List.of(button("shorten", row, () -> table.editNote(row)));
            case DOMAIN_TYPO, DOMAIN_LOOKALIKE -> {
                List<Node> both = new ArrayList<>(fix(row));
                both.add(keep(row));
                yield both;
            }
            case NO_ADDRESS -> List.of(button("type", row, () -> table.edit(row)));
            default -> {
                List<Node> both = new ArrayList<>(fix(row));
                both.add(button("correct", row, () -> table.edit(row)));
                yield both;
            }
        };
    }

    private List<Node> fix(CheckedRow row) {
        return row.fix()
                .<List<Node>>map(fix -> {
                    Button use = button("use", row, () -> table.model().takeFix(row));
                    use.setText(Messages.text("invitations.fix.use", fix.shown()));
                    use.setMaxWidth(170);
                    use.setMinWidth(fix.shown().length() <= SHORT ? USE_PREF_SIZE : 90);
                    return List.of(use);
                })
                .orElse(List.of());
    }

    /** Beside a correction there is room for an icon only. */
    private Node keep(CheckedRow row) {
        var keep = new IconButton(Feather.CHECK, Messages.text("invitations.fix.asIs"), () -> table.model()
                .keepAsIs(row));
        keep.getStyleClass().add("in-row");
        keep.setId("import-fix-asis-" + row.row().number());
        return keep;
    }

    private Node roles(CheckedRow row) {
        var member = new MenuItem(RoleWords.of(Role.MEMBER));
        member.setOnAction(event -> table.model().role(row, Role.MEMBER));
        var admin = new MenuItem(RoleWords.of(Role.ADMIN));
        admin.setOnAction(event -> table.model().role(row, Role.ADMIN));
        admin.setVisible(table.mayInviteAdmins());
        var menu = new MenuButton(Messages.text("invitations.fix.role"), null, member, admin);
        menu.setId("import-fix-role-" + row.row().number());
        menu.getStyleClass().add("in-row");
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    private static Button button(String fix, CheckedRow row, Runnable run) {
        var button = Buttons.inRow(Buttons.normal(Messages.text("invitations.fix." + fix), null, run));
        button.setId("import-fix-" + fix.toLowerCase(java.util.Locale.ROOT) + "-"
                + row.row().number());
        return button;
    }
}
