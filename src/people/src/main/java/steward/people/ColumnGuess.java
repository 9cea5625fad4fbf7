package steward.people;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import steward.people.Columns.Flag;
import steward.people.Headings.Meaning;
import steward.people.UnreadableFileException.Kind;

/** Finds out which column holds what: by the headings, and where they say nothing by what the cells look like. */
final class ColumnGuess {
    private static final int SAMPLES = 3;
    private static final int SAMPLE_LENGTH = 80;
    /** As different from each other as the addresses of the best column, or nearly: then they are people's own, too. */
    private static final double OWN = 0.8;

    private static final int FEWEST_ROLES = 2;

    private static final Pattern EAST_ASIAN_LETTER =
            Pattern.compile("[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern EAST_ASIAN_NAME = Pattern.compile(EAST_ASIAN_LETTER.pattern() + "{2,6}");

    private final List<Rec> data;
    private final List<String> headers;
    private final List<Meaning> meanings;
    private final int width;

    ColumnGuess(List<Rec> sample, Layout layout) {
        this.data = sample.stream()
                .skip(layout.firstRow())
                .filter(rec -> !rec.blank())
                .toList();
        this.headers = layout.headings(sample);
        int widest = data.stream().mapToInt(rec -> rec.cells().size()).max().orElse(0);
        this.width = Math.max(widest, headers.size());
        List<Meaning> found = new ArrayList<>();
        for (int i = 0; i < width; i++) found.add(Headings.meaning(header(i)));
        this.meanings = found;
    }

    List<Column> all() {
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            int column = i;
            boolean secret = meanings.get(i) == Meaning.SECRET || Headings.isSecret(header(i));
            List<String> samples = secret
                    ? List.of()
                    : data.stream()
                            .map(rec -> Texts.clean(rec.cell(column)))
                            .filter(cell -> !cell.isEmpty())
                            .distinct()
                            .limit(SAMPLES)
                            .map(cell -> cell.length() > SAMPLE_LENGTH ? cell.substring(0, SAMPLE_LENGTH) : cell)
                            .toList();
            all.add(new Column(i, Texts.clean(header(i)), samples, secret));
        }
        return all;
    }

    Columns columns(Exporter exporter) throws UnreadableFileException {
        List<Integer> email = email();
        if (email.isEmpty()) throw new UnreadableFileException(Kind.NO_ADDRESS_COLUMN);
        int role = exporter.rolesTrusted() ? role() : Columns.NONE;
        // The messages of other systems' invitations speak of those systems.
        int note = exporter.rolesTrusted() ? first(Meaning.NOTE) : Columns.NONE;
        return new Columns(email, name(email.getFirst()), role, note, flags());
    }

    private List<Integer> email() {
        int best = Columns.NONE;
        double bestScore = 0;
        for (int i = 0; i < width; i++) {
            boolean told = meanings.get(i) == Meaning.EMAIL || share(i, AddressCell::holdsAddress) >= 0.3;
            double score = told ? emailScore(i) : 0;
            if (score > bestScore) {
                bestScore = score;
                best = i;
            }
        }
        if (best == Columns.NONE) return List.of();
        List<Integer> email = new ArrayList<>(List.of(best));
        for (int i = 0; i < width; i++) {
            boolean other = meanings.get(i) == Meaning.LOGIN || meanings.get(i) == Meaning.EMAIL;
            boolean own = distinct(i) >= distinct(best) * OWN;
            if (i != best && other && own && share(i, AddressCell::holdsAddress) >= 0.5) email.add(i);
        }
        return email;
    }

    private double emailScore(int column) {
        double addresses = share(column, AddressCell::holdsAddress);
        double filled = share(column, cell -> true) > 0 ? 1 : 0;
        double named =
                switch (meanings.get(column)) {
                    case EMAIL -> 100;
                    case LOGIN -> addresses > 0.3 ? 50 : 0;
                    case OTHER_EMAIL -> -60;
                    case SECRET -> -1_000;
                    default -> 0;
                };
        boolean contradicted = filled > 0 && addresses == 0 && named == 100 && !broken(column);
        return (contradicted ? 45 : named) + 60 * addresses + 10 * fill(column) + 20 * distinct(column);
    }

    /** Cells that were meant to be addresses: then the heading is to be believed. */
    private boolean broken(int column) {
        return share(column, cell -> cell.indexOf('@') >= 0 || cell.indexOf('.') > 0) > 0.3;
    }

    private List<Integer> name(int email) {
        int full = filledMost(Meaning.FULL_NAME);
        int given = filledMost(Meaning.GIVEN);
        int family = filledMost(Meaning.FAMILY);
        int plain = filledMost(Meaning.NAME);
        if (given < 0 && family >= 0) given = plain;
        if (family < 0 && given >= 0 && plain >= 0) {
            if (holds(plain, given)) return List.of(plain);
            family = plain;
        }
        double apart = Math.max(fill(given), fill(family));
        List<Integer> parts = new ArrayList<>();
        boolean preferFull = full >= 0 && full != email && fill(full) > apart;
        if (preferFull) return List.of(full);
        if (apart > 0 || (given >= 0 && family >= 0)) {
            if (given >= 0) parts.add(given);
            if (filledMost(Meaning.MIDDLE) >= 0 && fill(filledMost(Meaning.MIDDLE)) > 0) {
                parts.add(filledMost(Meaning.MIDDLE));
            }
            if (family >= 0) parts.add(familyFirst(family) ? 0 : parts.size(), family);
            int second = filledMost(Meaning.SECOND_FAMILY);
            if (family >= 0 && fill(second) > 0) parts.add(second);
            return parts;
        }
        if (plain >= 0 && plain != email) return List.of(plain);
        if (full >= 0 && full != email) return List.of(full);
        return nameByContent(email);
    }

    /** As East Asia writes names. */
    private boolean familyFirst(int family) {
        return share(family, cell -> EAST_ASIAN_LETTER.matcher(cell).find()) > 0.5;
    }

    /** Whether the names of one column hold those of the other: then it is the whole name and no family's. */
    private boolean holds(int whole, int part) {
        List<Rec> both = data.stream()
                .filter(rec -> !Texts.blank(rec.cell(whole)) && !Texts.blank(rec.cell(part)))
                .toList();
        long held = both.stream()
                .filter(rec -> rec.cell(whole).contains(Texts.clean(rec.cell(part))))
                .count();
        return held * 2 > both.size();
    }

    /** Without headings that say so: the column of words beside the addresses; some systems put them under a login. */
    private List<Integer> nameByContent(int email) {
        int best = Columns.NONE;
        double most = 0.5;
        for (int i = 0; i < width; i++) {
            boolean unheard = meanings.get(i) == Meaning.UNKNOWN && distinct(i) > 0.8;
            if (!headers.isEmpty() && meanings.get(i) != Meaning.LOGIN && !unheard) continue;
            double words = i == email ? 0 : share(i, ColumnGuess::likeAName) * fill(i);
            boolean roles = share(i, ColumnGuess::saysRole) > 0.5;
            if (words > most && !roles) {
                most = words;
                best = i;
            }
        }
        return best < 0 ? List.of() : List.of(best);
    }

    private static boolean likeAName(String cell) {
        String name = Texts.clean(cell);
        return (name.indexOf(' ') > 0 || EAST_ASIAN_NAME.matcher(name).matches())
                && name.length() <= 80
                && name.codePoints().filter(Character::isLetter).count() * 10
                        >= name.codePointCount(0, name.length()) * 7;
    }

    private int role() {
        int named = first(Meaning.ROLE);
        return named == Columns.NONE ? roleByContent() : named;
    }

    /**
     * Without a heading the fullest column of nothing but words for roles; a single cell may be chance. Under a heading that
     * is not known they may be roles of another system: nobody becomes an admin by those.
     */
    private int roleByContent() {
        int best = Columns.NONE;
        for (int i = 0; i < width; i++) {
            boolean roles =
                    header(i).isBlank() && filled(i).size() >= FEWEST_ROLES && share(i, ColumnGuess::saysRole) == 1;
            if (roles && (best < 0 || fill(i) > fill(best))) best = i;
        }
        return best;
    }

    private static boolean saysRole(String cell) {
        return Words.role(Texts.clean(cell)).isPresent();
    }

    private List<Flag> flags() {
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            switch (meanings.get(i)) {
                case STATUS -> flags.add(new Flag(i, Columns.Meaning.WORD));
                case YES_IS_OFF -> flags.add(new Flag(i, Columns.Meaning.YES_IS_OFF));
                case NO_IS_OFF -> flags.add(new Flag(i, Columns.Meaning.NO_IS_OFF));
                case YES_IS_BOT -> flags.add(new Flag(i, Columns.Meaning.YES_IS_BOT));
                case FILLED_IS_OFF -> flags.add(new Flag(i, Columns.Meaning.FILLED_IS_OFF));
                case BIT_IS_OFF -> flags.add(new Flag(i, Columns.Meaning.BIT_IS_OFF));
                case REPORT_STATE -> flags.add(new Flag(i, Columns.Meaning.REPORT_STATE));
                default -> {}
            }
        }
        return flags;
    }

    private int first(Meaning meaning) {
        return meanings.indexOf(meaning);
    }

    private int filledMost(Meaning meaning) {
        int best = Columns.NONE;
        for (int i = 0; i < width; i++) {
            if (meanings.get(i) == meaning && (best < 0 || fill(i) > fill(best))) best = i;
        }
        return best;
    }

    private String header(int column) {
        return column < headers.size() ? headers.get(column) : "";
    }

    private double fill(int column) {
        if (column < 0 || data.isEmpty()) return 0;
        return (double) data.stream()
                        .filter(rec -> !Texts.blank(rec.cell(column)))
                        .count()
                / data.size();
    }

    /** Names and people's own addresses differ where departments, towns and superiors repeat. */
    private double distinct(int column) {
        List<String> filled = filled(column);
        return filled.isEmpty()
                ? 0
                : (double) filled.stream().map(Texts::clean).distinct().count() / filled.size();
    }

    /** The share of the filled cells that are such. */
    private double share(int column, Predicate<String> such) {
        List<String> filled = filled(column);
        return filled.isEmpty() ? 0 : (double) filled.stream().filter(such).count() / filled.size();
    }

    private List<String> filled(int column) {
        return data.stream()
                .map(rec -> rec.cell(column))
                .filter(cell -> !Texts.blank(cell))
                .toList();
    }
}
