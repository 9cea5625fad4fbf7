package steward.app.invitations;

import steward.app.control.RowList;
import steward.people.CheckedRow;

/**
 * A line of the preview.
 *
 * @param plain address and name without accents and case, made where the row is made
 */
record CheckLine(CheckedRow row, String plain) {

    static CheckLine of(CheckedRow row) {
        return new CheckLine(
                row, RowList.plain(row.row().email() + ' ' + row.row().name()));
    }

    long index() {
        return row.row().index();
    }

    long number() {
        return row.row().number();
    }
}
