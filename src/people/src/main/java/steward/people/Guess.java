package steward.people;

import java.util.List;

/**
 * How a source would be read, and what else could be chosen.
 *
 * @param byteOrderMark the text begins with one
 * @param sheets of a workbook, in its order
 */
public record Guess(Settings settings, boolean byteOrderMark, List<Column> columns, List<String> sheets) {

    /** Whether a column of passwords was found, and dropped. */
    public boolean passwordsDropped() {
        return columns.stream().anyMatch(Column::secret);
    }
}
