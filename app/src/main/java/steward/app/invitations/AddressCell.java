package steward.app.invitations;

import javafx.scene.Node;
import javafx.scene.control.Label;
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
final class AddressCell extends TypedCell {

    AddressCell(Typing typing) {
        super(typing, Typing.Part.EMAIL);
    }

    @Override
    String explained(CheckedRow row) {
        String marks = ReasonWords.marks(row);
        return marks.isEmpty() ? row.row().email() : row.row().email() + "\n" + marks;
    }

    @Override
    String called() {
        return Messages.text("invitations.column.email");
    }

    @Override
    Node shown(CheckedRow row) {
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
        if (row.address() == null && code != Code.TOO_MANY_CELLS) {
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
