package steward.people;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What a person has decided about the reading of a source; the rest is guessed.
 *
 * @param headerRow counted from 0 over all records, or {@link Columns#NONE} for no headings
 */
public record Choice(
        Optional<Charset> charset, Optional<Character> delimiter, Optional<Integer> headerRow, Optional<String> sheet) {

    /** Nothing decided. */
    public static final Choice NOTHING =
            new Choice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Choice withCharset(Charset chosen) {
        return new Choice(Optional.of(chosen), delimiter, headerRow, sheet);
    }

    public Choice withDelimiter(char chosen) {
        return new Choice(charset, Optional.of(chosen), headerRow, sheet);
    }

    public Choice withHeaderRow(int chosen) {
        return new Choice(charset, delimiter, Optional.of(chosen), sheet);
    }

    public Choice withSheet(String chosen) {
        return new Choice(charset, delimiter, headerRow, Optional.of(chosen));
    }
}
