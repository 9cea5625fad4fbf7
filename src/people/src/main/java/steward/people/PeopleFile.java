package steward.people;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import steward.people.Settings.Dialect;
import steward.people.Settings.Format;
import steward.people.Settings.Origin;
import steward.people.UnreadableFileException.Kind;

/**
 * A table of people: guess how it is to be read, change what was guessed wrong, read. Everything is read anew from the
 * source each time, so memory does not grow with it. Safe to use by several threads; closing forgets pasted text.
 */
public final class PeopleFile implements AutoCloseable {
    private static final int HEAD = 4_096;
    private static final int BLANK_SAMPLE = 5_000;
    private static final int OLE_DIRECTORY = 1 << 20;

    private final Source source;
    private final Format format;

    private PeopleFile(Source source, Format format) {
        this.source = source;
        this.format = format;
    }

    /** Opens a file; says at once when it is something else than a table. */
    public static PeopleFile open(Path path) throws UnreadableFileException {
        Source source = Source.File.of(path);
        return new PeopleFile(source, format(source));
    }

    /** Takes text pasted from anywhere. */
    public static PeopleFile ofText(String text) throws UnreadableFileException {
        if (Texts.blank(text)) throw new UnreadableFileException(Kind.EMPTY);
        return new PeopleFile(Source.Pasted.of(text), Format.CSV);
    }

    public Guess guess() throws UnreadableFileException {
        return guess(Choice.NOTHING);
    }

    /** Guesses what has not been chosen. */
    public Guess guess(Choice choice) throws UnreadableFileException {
        return format == Format.XLSX ? guessWorkbook(choice) : guessText(choice);
    }

    /**
     * Reads all rows in their order. Interrupting the thread stops it.
     *
     * @return how many there were
     */
    public long read(Settings settings, Consumer<Row> rows) throws UnreadableFileException {
        RowMaker maker = new RowMaker(settings, rows);
        Records.read(source, settings, maker);
        if (maker.made() == 0) throw new UnreadableFileException(Kind.NO_ROWS);
        return maker.made();
    }

    @Override
    public void close() {
        source.forget();
    }

    private Guess guessText(Choice choice) throws UnreadableFileException {
        Encoding told =
                source instanceof Source.Pasted ? new Encoding(StandardCharsets.UTF_8, false) : Encoding.guess(source);
        Encoding encoding = choice.charset()
                .map(chosen ->
                        new Encoding(chosen, told.marked() && told.charset().equals(chosen)))
                .orElse(told);
        Dialect dialect = DialectGuess.guess(source, encoding.charset(), choice.delimiter());
        List<Rec> sample = new ArrayList<>();
        Records.text(source, dialect, sampling(sample, choice));
        Settings shape = new Settings(Format.CSV, dialect, "", Columns.NONE, 0, null);
        return guess(shape, sample, choice.headerRow(), new Sides(encoding.marked(), List.of()));
    }

    private Guess guessWorkbook(Choice choice) throws UnreadableFileException {
        Workbook book = Workbook.of(source);
        List<String> sheets = book.sheets();
        List<String> tried = choice.sheet().map(List::of).orElse(sheets);
        UnreadableFileException refused = new UnreadableFileException(Kind.NO_ROWS);
        for (String sheet : tried) {
            List<Rec> sample = new ArrayList<>();
            book.read(sheet, sampling(sample, choice));
            Dialect none = new Dialect(StandardCharsets.UTF_8, ',', false, false);
            Settings shape = new Settings(Format.XLSX, none, sheet, Columns.NONE, 0, null);
            try {
                return guess(shape, sample, choice.headerRow(), new Sides(false, sheets));
            } catch (UnreadableFileException e) {
                if (e.kind() == Kind.NO_ADDRESS_COLUMN || refused.kind() == Kind.NO_ROWS) refused = e;
            }
        }
        throw refused;
    }

    private record Sides(boolean marked, List<String> sheets) {}

    private static Guess guess(Settings shape, List<Rec> sample, Optional<Integer> headerRow, Sides sides)
            throws UnreadableFileException {
        if (sample.stream().allMatch(Rec::blank)) throw new UnreadableFileException(Kind.NO_ROWS);
        Layout layout = Layout.of(sample, headerRow);
        List<String> headings = layout.headings(sample);
        Exporter exporter = headings.isEmpty() ? Exporter.NONE : Exporters.of(headings);
        ColumnGuess columns = new ColumnGuess(sample, layout);
        Origin origin = new Origin(exporter, columns.columns(exporter), headings.size());
        Settings settings = new Settings(
                shape.format(), shape.dialect(), shape.sheet(), layout.headerRow(), layout.firstRow(), origin);
        return new Guess(settings, sides.marked(), columns.all(), sides.sheets());
    }

    /** Blank records say nothing, so enough others are waited for, but not for ever. */
    private static Rec.Sink sampling(List<Rec> sample, Choice choice) {
        long needed = DialectGuess.SAMPLE + Math.max(0, choice.headerRow().orElse(0));
        long[] filled = {0};
        int[] length = {0};
        return rec -> {
            sample.add(rec);
            length[0] += rec.length();
            if (!rec.blank()) filled[0]++;
            return filled[0] < needed && sample.size() < needed + BLANK_SAMPLE && length[0] < Limits.SAMPLE;
        };
    }

    private static Format format(Source source) throws UnreadableFileException {
        try (InputStream in = source.open()) {
            byte[] head = in.readNBytes(HEAD);
            if (head.length == 0) throw new UnreadableFileException(Kind.EMPTY);
            if (Kinds.zip(head)) {
                Workbook.of(source);
                return Format.XLSX;
            }
            if (Kinds.ole(head)) {
                byte[] more = Arrays.copyOf(head, OLE_DIRECTORY);
                int read = in.readNBytes(more, head.length, OLE_DIRECTORY - head.length);
                throw new UnreadableFileException(Kinds.insideOle(Arrays.copyOf(more, head.length + read)));
            }
            Optional<Kind> other = Kinds.ofBytes(head);
            if (other.isPresent()) throw new UnreadableFileException(other.get());
            return Format.CSV;
        } catch (IOException e) {
            throw Source.failed(e);
        }
    }
}
