package steward.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import steward.people.Settings.Dialect;
import steward.people.UnreadableFileException.Kind;

/** Finds the delimiter by reading the beginning with each and comparing what comes out. */
final class DialectGuess {
    static final int SAMPLE = 200;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int BEGINNING = 1 << 16;
    private static final Pattern LOOSE = Pattern.compile("(?m)(^|[,;|\\t])[ ]+\"[^\"\\n]*\"[ ]*([,;|\\t]|\\r?$)");

    /**
     * @param failure what ended the reading before its time, or null
     */
    private record Trial(Dialect dialect, List<Rec> records, UnreadableFileException failure) {

        double score() {
            long tables = records.stream().filter(rec -> !rec.blank()).count();
            if (tables == 0) return -1;
            long withAddress = records.stream()
                    .filter(rec -> rec.cells().stream().anyMatch(AddressCell::holdsAddress))
                    .count();
            long filled = Math.max(1, records.stream().mapToLong(Rec::filled).sum());
            long headings = records.stream()
                    .limit(30)
                    .mapToLong(DialectGuess::headings)
                    .max()
                    .orElse(0);
            double even = width(records) > 1 ? evenness(records) : 0;
            return 4.0 * withAddress / tables + 2.0 * Math.min(headings, 5) + even + 0.5 * addresses(records) / filled;
        }
    }

    private DialectGuess() {}

    static Dialect guess(Source source, Charset charset, Optional<Character> chosen) throws UnreadableFileException {
        String beginning = beginning(source, charset);
        if (Texts.blank(beginning) && beginning.indexOf('\0') < 0) throw new UnreadableFileException(Kind.EMPTY);
        Optional<Kind> other = Kinds.ofText(beginning);
        if (other.isPresent()) throw new UnreadableFileException(other.get());
        refuseBinary(beginning);
        boolean loose = LOOSE.matcher(beginning).find();
        Optional<Character> delimiter = chosen.or(() -> declared(beginning));
        List<Trial> trials = new ArrayList<>();
        if (delimiter.isPresent()) {
            trials.add(trial(source, new Dialect(charset, delimiter.get(), false, loose)));
        } else {
            for (char c : DELIMITERS) trials.add(trial(source, new Dialect(charset, c, false, loose)));
        }
        // The first of equals: the stream's max would take the last.
        Trial best = trials.stream()
                .min(Comparator.comparingDouble(trial -> -trial.score()))
                .orElseThrow();
        if (best.failure() != null && best.records().isEmpty()) throw best.failure();
        Dialect dialect = best.dialect();
        return new Dialect(charset, dialect.delimiter(), list(best.records()), loose);
    }

    /** How many cells of a record are headings we know. */
    static long headings(Rec rec) {
        return rec.cells().stream()
                .filter(cell -> Headings.meaning(cell) != Headings.Meaning.UNKNOWN)
                .count();
    }

    /** The most common number of cells in a record. */
    static int width(List<Rec> records) {
        int[] widths = new int[Limits.COLUMNS + 1];
        int best = 0;
        for (Rec rec : records) {
            int width = rec.cells().size();
            if (!rec.blank() && ++widths[width] >= widths[best]) best = width;
        }
        return best;
    }

    private static double evenness(List<Rec> records) {
        int width = width(records);
        long filled = records.stream().filter(rec -> !rec.blank()).count();
        long even = records.stream()
                .filter(rec -> !rec.blank() && rec.cells().size() == width)
                .count();
        return filled == 0 ? 0 : (double) even / filled;
    }

    private static long addresses(List<Rec> records) {
        return records.stream()
                .flatMap(rec -> rec.cells().stream())
                .filter(AddressCell::holdsAddress)
                .count();
    }

    /** A line or two of addresses side by side, as copied from a mail program, is a list and no table. */
    private static boolean list(List<Rec> records) {
        List<Rec> filled = records.stream().filter(rec -> !rec.blank()).toList();
        if (filled.stream().anyMatch(rec -> headings(rec) > 0)) return false;
        List<List<String>> lines =
                filled.stream().map(rec -> AddressCell.apart(rec.cells())).toList();
        long cells = lines.stream().mapToLong(List::size).sum();
        boolean names = cells < filled.stream().mapToLong(Rec::filled).sum();
        if (!names && (cells < 2 || cells <= filled.size())) return false;
        boolean ragged = lines.stream().mapToInt(List::size).distinct().count() > 1;
        long addresses = lines.stream()
                .flatMap(List::stream)
                .filter(AddressCell::holdsAddress)
                .count();
        return (filled.size() <= 2 || ragged || names) && addresses >= cells * 0.8;
    }

    private static Trial trial(Source source, Dialect dialect) throws UnreadableFileException {
        List<Rec> records = new ArrayList<>();
        int[] length = {0};
        UnreadableFileException failure = null;
        try {
            Records.text(source, dialect, rec -> {
                records.add(rec);
                length[0] += rec.length();
                return records.size() < SAMPLE && length[0] < Limits.SAMPLE;
            });
        } catch (UnreadableFileException e) {
            if (e.kind() == Kind.FAILED_WHILE_READING) throw e;
            failure = e;
        }
        return new Trial(dialect, records, failure);
    }

    /** Spreadsheets declare their delimiter in a first line such as {@code sep=;}. */
    private static Optional<Character> declared(String beginning) {
        String text = beginning.startsWith("\"") ? beginning.substring(1) : beginning;
        if (text.length() < 5 || !text.regionMatches(true, 0, "sep=", 0, 4)) return Optional.empty();
        char c = text.charAt(4);
        boolean usable = c != '"' && c != '\r' && c != '\n' && !Character.isLetterOrDigit(c);
        return usable ? Optional.of(c) : Optional.empty();
    }

    private static String beginning(Source source, Charset charset) throws UnreadableFileException {
        try (InputStream in = source.open();
                Reader text = Encoding.reader(in, charset)) {
            char[] chars = new char[BEGINNING];
            int length = 0;
            for (int n = 0; length < BEGINNING && n >= 0; length += Math.max(n, 0)) {
                n = text.read(chars, length, BEGINNING - length);
            }
            return new String(chars, 0, length);
        } catch (IOException e) {
            throw Source.failed(e);
        }
    }

    private static void refuseBinary(String beginning) throws UnreadableFileException {
        long controls = beginning
                .chars()
                .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x0B && c != 0x1A)
                .count();
        long broken = beginning.chars().filter(c -> c == 0xFFFD).count();
        if (beginning.indexOf('\0') >= 0 || controls * 50 > beginning.length() || broken * 10 > beginning.length()) {
            throw new UnreadableFileException(Kind.BINARY);
        }
    }
}
