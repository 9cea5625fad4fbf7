package steward.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the headings stand and where the data begin, both counted from 0 over all records.
 *
 * @param headerRow or {@link Columns#NONE}
 */
record Layout(int headerRow, int firstRow) {

    private static final int SEARCHED = 40;
    private static final Pattern LIKE_A_VALUE = Pattern.compile("\\S+\\.\\S{2,}|.*\\d{3,}.*");

    static Layout of(List<Rec> sample, Optional<Integer> chosen) {
        if (chosen.isPresent()) {
            int row = chosen.get();
            return row >= 0 ? new Layout(row, row + 1) : new Layout(Columns.NONE, afterPreamble(sample));
        }
        int named = byHeadings(sample);
        int header = named >= 0 ? named : byContent(sample);
        return header >= 0
                ? new Layout(header, afterHeadings(sample, header))
                : new Layout(Columns.NONE, afterPreamble(sample));
    }

    /**
     * The headings: of a column whose lower line says something known that one, of the others the upper one. A second
     * line names the same in other words, or the parts of what the first one names.
     */
    List<String> headings(List<Rec> sample) {
        if (headerRow < 0 || headerRow >= sample.size()) return List.of();
        List<String> headings = new ArrayList<>(sample.get(headerRow).cells());
        for (Rec lower : sample.subList(headerRow + 1, Math.min(firstRow, sample.size()))) {
            for (int i = 0; i < lower.cells().size(); i++) {
                while (headings.size() <= i) headings.add("");
                boolean known = Headings.meaning(lower.cell(i)) != Headings.Meaning.UNKNOWN;
                if (known || Texts.blank(headings.get(i))) headings.set(i, lower.cell(i));
            }
        }
        return headings;
    }

    private static int afterHeadings(List<Rec> sample, int header) {
        int next = header + 1;
        return next < sample.size() && continues(sample.get(next)) ? next + 1 : next;
    }

    /** Whether a line below the headings is one of headings, too. */
    private static boolean continues(Rec rec) {
        if (rec.cells().stream().anyMatch(AddressCell::holdsAddress)) return false;
        long known = DialectGuess.headings(rec);
        boolean all = known > 1 && known == rec.filled();
        return all || (namesAddress(rec) && known > 1 && known * 2 >= rec.filled());
    }

    private static boolean namesAddress(Rec rec) {
        return rec.cells().stream()
                .map(Headings::meaning)
                .anyMatch(meaning -> meaning == Headings.Meaning.EMAIL || meaning == Headings.Meaning.LOGIN);
    }

    /** A version line or a delimiter line, which are part of no table. */
    static boolean preamble(Rec rec) {
        String first = Texts.clean(rec.cell(0)).toLowerCase(Locale.ROOT);
        boolean alone = rec.filled() <= 1;
        return alone && (first.startsWith("sep=") || first.startsWith("version:"));
    }

    private static int byHeadings(List<Rec> sample) {
        int best = Columns.NONE;
        long most = 0;
        for (int i = 0; i < Math.min(sample.size(), SEARCHED); i++) {
            Rec rec = sample.get(i);
            if (rec.cells().stream().anyMatch(AddressCell::isAddress)) continue;
            long known = DialectGuess.headings(rec);
            if (namesAddress(rec) && known > most && known * 4 >= rec.filled()) {
                most = known;
                best = i;
            }
        }
        return best;
    }

    /** Headings in words unknown: the record that stands over the first address and is no address itself. */
    private static int byContent(List<Rec> sample) {
        int first = firstWithAddress(sample);
        if (first <= 0) return Columns.NONE;
        int column = column(sample.get(first));
        long wide = sample.get(first).filled();
        int header = Columns.NONE;
        for (int i = 0; i < first; i++) {
            Rec rec = sample.get(i);
            String heading = Texts.clean(rec.cell(column));
            boolean heads = !heading.isEmpty()
                    && heading.indexOf('@') < 0
                    && !LIKE_A_VALUE.matcher(heading).matches()
                    && !preamble(rec)
                    && (wide == 1 || rec.filled() > 1);
            if (heads && (header == Columns.NONE || wide == 1)) header = i;
        }
        return header;
    }

    private static int afterPreamble(List<Rec> sample) {
        int row = 0;
        boolean wide = DialectGuess.width(sample) > 1;
        int first = firstWithAddress(sample);
        while (row < Math.max(first, 0)
                && (preamble(sample.get(row)) || sample.get(row).blank() || title(sample.get(row), wide))) row++;
        return row;
    }

    private static boolean title(Rec rec, boolean wide) {
        return wide && rec.filled() == 1 && !Texts.blank(rec.cell(0));
    }

    private static int firstWithAddress(List<Rec> sample) {
        for (int i = 0; i < Math.min(sample.size(), SEARCHED); i++) {
            if (column(sample.get(i)) >= 0) return i;
        }
        return Columns.NONE;
    }

    private static int column(Rec rec) {
        for (int i = 0; i < rec.cells().size(); i++) {
            if (AddressCell.holdsAddress(rec.cells().get(i))) return i;
        }
        return Columns.NONE;
    }
}
