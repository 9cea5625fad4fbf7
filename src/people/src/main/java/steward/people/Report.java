package steward.people;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Writes what became of every row as CSV that a spreadsheet opens without running anything, and that can be read again
 * to do only what is left. Not thread-safe.
 */
public final class Report implements Closeable {
    /** By this heading a report of ours is known again; never translated. */
    static final String STATE_HEADING = "steward-outcome";

    private static final String EXTRA = "…";

    private final CsvWriter csv;

    /** The state of a row, written as a code that is never translated. */
    public enum State {
        READY(false),
        WAITING(false),
        ATTENTION(false),
        NOT_ALLOWED(false),
        REFUSED(false),
        CANCELED(false),
        SENT(true),
        NOTHING_TO_DO(true),
        ALREADY_MEMBER(true),
        ALREADY_INVITED(true),
        REPEATED(true),
        SKIPPED(true);

        private final boolean done;

        State(boolean done) {
            this.done = done;
        }

        /** Nothing is left to do for such a row when the report is read again. */
        public boolean done() {
            return done;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static State of(Outcome outcome) {
            return switch (outcome) {
                case READY -> READY;
                case ALREADY_MEMBER -> ALREADY_MEMBER;
                case ALREADY_INVITED -> ALREADY_INVITED;
                case REPEATED -> REPEATED;
                case SKIPPED -> SKIPPED;
                case ATTENTION -> ATTENTION;
                case NOT_ALLOWED -> NOT_ALLOWED;
            };
        }

        static boolean done(String code) {
            for (State state : values()) {
                if (state.code().equals(code)) return state.done;
            }
            return false;
        }
    }

    /**
     * A line of the report.
     *
     * @param row the number of the row in the file it came from
     * @param role the role asked for, as a word {@link Checker} reads; may be empty
     * @param why in words, in the user's language
     * @param at when it was answered, or null
     * @param extraCells how many cells the row has beyond the header's last: they are still there when it is read again
     */
    public record Line(long row, Person person, State state, String why, Instant at, int extraCells) {

        /** Of a row that was looked at. */
        public Line(long row, Person person, State state, String why, Instant at) {
            this(row, person, state, why, at, 0);
        }

        /** A checked row, before anything is sent. */
        public static Line of(CheckedRow checked, String why) {
            Person told = checked.row().person();
            // The role decided on, so that reading the report again needs no decision again.
            String role =
                    checked.role() == null ? told.role() : checked.role().name().toLowerCase(Locale.ROOT);
            Person person = new Person(told.email(), told.name(), role, told.note());
            State state = State.of(checked.outcome());
            return new Line(
                    checked.row().number(),
                    person,
                    state,
                    why,
                    null,
                    checked.row().extraCells());
        }
    }

    private Report(Writer out) throws IOException {
        out.write('\uFEFF');
        csv = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out);
        csv.writeRecord("row", "email", "name", "role", "note", STATE_HEADING, "reason", "time");
    }

    /** Writes to a new file; one that exists is left alone, and so is what a link points to. */
    public static Report create(Path path) throws IOException {
        return to(Files.newBufferedWriter(
                path, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    public static Report to(Writer out) throws IOException {
        return new Report(out);
    }

    public void write(Line line) {
        Person person = line.person();
        List<String> cells = new ArrayList<>(List.of(
                String.valueOf(line.row()),
                Neutral.of(person.email()),
                Neutral.of(person.name()),
                Neutral.of(person.role()),
                Neutral.of(person.note()),
                line.state().code(),
                Neutral.of(line.why()),
                line.at() == null ? "" : line.at().toString()));
        // what stood there was never kept: it may have been anything
        cells.addAll(Collections.nCopies(line.extraCells(), EXTRA));
        csv.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
