package steward.people;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import steward.people.Settings.Dialect;
import steward.people.UnreadableFileException.Kind;

/** The records of a text, one by one, under limits. Not thread-safe: one a reading. */
final class CsvRecords extends AbstractBaseCsvCallbackHandler<Rec> {
    private final Secrets secrets = new Secrets();
    private List<String> cells = new ArrayList<>();
    private long number;
    private int size;
    /** The limit that was broken, or null. */
    private UnreadableFileException refused;

    private CsvRecords() {}

    static void read(Reader text, Dialect dialect, Rec.Sink sink) throws UnreadableFileException {
        CsvRecords handler = new CsvRecords();
        CsvReader<Rec> reader = reader(text, dialect, handler);
        try {
            for (Rec rec : reader) {
                handler.checkSize();
                if (!sink.take(rec)) return;
            }
        } catch (CsvParseException e) {
            handler.checkSize();
            boolean field = String.valueOf(e.getMessage()).contains("buffer size");
            long line = handler.getStartingLineNumber();
            if (field) throw new UnreadableFileException(Kind.FIELD_TOO_LARGE, line, Limits.FIELD);
            throw new UnreadableFileException(Kind.UNCLOSED_QUOTE, line);
        } catch (UncheckedIOException e) {
            throw Source.failed(e.getCause());
        }
    }

    // A stray character after a closing quote is one bad cell and no reason to refuse the file; the reader's relaxed
    // mode does not know the option, so it is taken only where spaces around quotes call for it.
    @SuppressWarnings("removal")
    private static CsvReader<Rec> reader(Reader text, Dialect dialect, CsvRecords handler) {
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(2 * Limits.FIELD);
        if (dialect.looseQuotes()) {
            builder.trimWhitespacesAroundQuotes(true);
        } else {
            builder.allowExtraCharsAfterClosingQuote(true);
        }
        return builder.build(handler, text);
    }

    private void checkSize() throws UnreadableFileException {
        if (refused != null) throw refused;
    }

    @Override
    protected void handleBegin(long line) {
        cells = new ArrayList<>(Math.max(4, cells.size()));
        size = 0;
        number++;
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        size += length;
        if (refused == null && length > Limits.FIELD) refuse(Kind.FIELD_TOO_LARGE, Limits.FIELD);
        if (refused == null && size > Limits.RECORD) refuse(Kind.ROW_TOO_LARGE, Limits.RECORD);
        if (refused == null && column >= Limits.COLUMNS) refuse(Kind.TOO_MANY_COLUMNS, Limits.COLUMNS);
        if (refused != null) return;
        if (secrets.drops(column)) {
            Arrays.fill(buffer, offset, offset + length, ' ');
            cells.add("");
            return;
        }
        String cell = new String(buffer, offset, length);
        secrets.see(column, cell);
        cells.add(cell);
    }

    private void refuse(Kind kind, int limit) {
        refused = new UnreadableFileException(kind, getStartingLineNumber(), limit);
    }

    @Override
    protected Rec buildRecord() {
        return new Rec(number, getStartingLineNumber(), cells);
    }

    @Override
    protected RecordType getRecordType() {
        return RecordType.DATA;
    }
}
