package steward.people;

/**
 * A correction offered for a row that needs attention.
 *
 * @param value what the cell would hold
 * @param shown the part worth showing on a button, such as {@code gmail.com}
 */
public record Fix(String value, String shown) {

    /** The row with the correction taken; it is checked anew. */
    public Row on(Row row) {
        return row.withEmail(value);
    }
}
