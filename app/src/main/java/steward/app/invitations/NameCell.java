package steward.app.invitations;

import javafx.scene.Node;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.app.intake.ReasonWords;
import steward.people.CheckedRow;
import steward.people.Reason.Code;

/** A name, typed anew in place; marked when it is too long or can deceive the eye. */
final class NameCell extends TypedCell {

    NameCell(Typing typing) {
        super(typing, Typing.Part.NAME);
    }

    @Override
    Node shown(CheckedRow row) {
        Label name = row.reason().code() == Code.NAME_TOO_LONG
                ? Labels.styled(row.row().name(), "doubt")
                : Labels.body(row.row().name());
        if (row.marks().stream().anyMatch(mark -> !ReasonWords.ofAddress(mark))) {
            name.setGraphic(Icons.toned(Feather.EYE, 12, Tone.WARNING));
        }
        return name;
    }

    @Override
    String explained(CheckedRow row) {
        String marks = ReasonWords.marks(row);
        return marks.isEmpty() ? row.row().name() : row.row().name() + "\n" + marks;
    }

    @Override
    String called() {
        return Messages.text("invitations.column.name");
    }
}
