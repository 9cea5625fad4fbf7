package steward.people;

/**
 * Where a row stands in its source.
 *
 * @param index counted from 0 over the data records
 * @param record counted from 1 over all records of the source, headings and titles included
 * @param line counted from 1, the line of the text the record begins on, or the row of the sheet
 */
public record Place(long index, long record, long line) {

    /** The number people call the row by: data records counted from 1. */
    public long number() {
        return index + 1;
    }
}
