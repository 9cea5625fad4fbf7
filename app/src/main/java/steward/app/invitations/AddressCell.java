package steward.app.invitations;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.app.intake.ReasonWords;
import steward.people.CheckedRow;
import steward.people.Outcome;
import steward.people.Reason.Code;

/** An address: its doubtful part marked, and typed anew in place. */
final class AddressCell extends TableCell<CheckLine, CheckLine> {
    private final CheckTable table;
    private final ChangeListener<Number> editing = (source, before, after) -> editingMoved(before, after);

    AddressCell(CheckTable table) {
        this.table = table;
        table.editingProperty().addListener(new WeakChangeListener<>(editing));
    }

    @Override
    protected void updateItem(CheckLine line, boolean empty) {
        super.updateItem(line, empty);
        show();
    }

    private void editingMoved(Number before, Number after) {
        if (!isEmpty() && getItem() != null) {
            long mine = getItem().index();
            if (mine == before.longValue() || mine == after.longValue()) {
                show();
            }
        }
    }

    private void show() {
        setTooltip(null);
        if (isEmpty() || getItem() == null) {
            setGraphic(null);
            return;
        }
        CheckedRow row = getItem().row();
        if (table.editingProperty().get() == getItem().index()) {
            edit(row);
        } else {
            setGraphic(shown(row));
            String marks = ReasonWords.marks(row);
            setTooltip(
                    new Tooltip(marks.isEmpty() ? row.row().email() : row.row().email() + "\n" + marks));
        }
    }

    private void edit(CheckedRow row) {
        var field = new TextField(row.row().email());
        field.setId("import-edit-email");
        field.getStyleClass().add("in-row");
        field.setAccessibleText(Messages.text("invitations.column.email"));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                table.keep(row, field.getText());
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                table.stopEditing();
                event.consume();
            }
        });
        setGraphic(field);
        field.requestFocus();
        field.end();
    }

    private static Node shown(CheckedRow row) {
        String email = row.row().email();
        if (email.isEmpty()) {
            return Labels.muted(Messages.text("invitations.check.empty"));
        }
        Label whole = Labels.body(email);
        if (row.outcome() != Outcome.ATTENTION) {
            return marked(row, whole);
        }
        Code code = row.reason().code();
        int at = email.lastIndexOf('@');
        if ((code == Code.DOMAIN_TYPO || code == Code.DOMAIN_LOOKALIKE) && at > 0) {
            var domain = Labels.styled(email.substring(at + 1), "doubt");
            var local = Labels.body(email.substring(0, at + 1));
            local.setMinWidth(0);
            domain.setMinWidth(USE_PREF_SIZE);
            var line = new HBox(local, domain);
            line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            return line;
        }
        if (row.address() == null) {
            whole.getStyleClass().add("doubt");
        }
        return marked(row, whole);
    }

    private static Node marked(CheckedRow row, Label label) {
        if (row.marks().stream().anyMatch(ReasonWords::ofAddress)) {
            label.setGraphic(Icons.toned(Feather.EYE, 12, Tone.WARNING));
        }
        return label;
    }
}
