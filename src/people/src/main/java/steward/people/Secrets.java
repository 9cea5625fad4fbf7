package steward.people;

import java.util.BitSet;

/**
 * Finds the columns of passwords while a source is read, so that their cells are never made into text: every record
 * before the first address is taken for a possible heading. Not thread-safe: one a reading.
 */
final class Secrets {
    private static final int LONGEST_HEADING = 4_000;
    private final BitSet columns = new BitSet();
    private boolean headings = true;

    boolean drops(int column) {
        return columns.get(column);
    }

    void see(int column, String cell) {
        if (!headings || cell.length() > LONGEST_HEADING) return;
        if (Headings.isSecret(cell)) {
            columns.set(column);
        } else if (AddressCell.holdsAddress(cell)) {
            headings = false;
        }
    }
}
