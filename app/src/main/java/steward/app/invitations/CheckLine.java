package steward.app.invitations;

import steward.app.i18n.Folded;
import steward.people.CheckedRow;

/**
 * A line of the preview.
 *
 * @param searched address and name, made for searching where the row is made
 */
record CheckLine(CheckedRow row, Folded searched) {

    static CheckLine of(CheckedRow row) {
        return new CheckLine(row, Folded.of(row.row().email() + ' ' + row.row().name()));
    }

    long index() {
        return row.row().index();
    }

    long number() {
        return row.row().number();
    }
}
