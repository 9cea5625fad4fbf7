package steward.people;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.people.Columns.Flag;

/** Which rows of other systems are passed over. Immutable. */
final class SkipRules {
    /** The people in the templates; others of these domains stand in every trial tenant and count as people. */
    private static final Pattern MICROSOFT_SAMPLE = Pattern.compile(
            "(chris|ben|david|cynthia|melissa|adminuser|user)@(contoso|fabrikam)\\.[a-z.]+", Pattern.CASE_INSENSITIVE);

    /** Where the accounts of apps receive what nobody reads. */
    private static final String ATLASSIAN_APPS = "@connect.atlassian.com";

    private static final int SAMPLE_ROWS = 5;

    private static final Pattern EXPLAINED = Pattern.compile("([^(\\[:;,\\n]+?)\\s*(?:[(\\[:;,\\n]| [-–—] )");
    private static final Pattern CODED = Pattern.compile("[\\p{L}\\p{N}]{1,2} [-–] (.+)");
    /** Databases fill an empty date with zeros or a dash. */
    private static final Predicate<String> SAYS_WHEN =
            Pattern.compile("[\\p{L}1-9]").asPredicate();

    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");
    /** Of the account flags a directory keeps. */
    private static final long ACCOUNT_DISABLED = 2;

    private final Exporter exporter;
    private final List<Flag> flags;

    SkipRules(Exporter exporter, List<Flag> flags) {
        this.exporter = exporter;
        this.flags = flags;
    }

    /** Why the record is passed over, or null. */
    Skip skip(Rec rec, String email, long index) {
        if (example(rec, email, index)) return new Skip(Skip.Kind.EXAMPLE, Texts.clean(email));
        if (exporter == Exporter.ATLASSIAN && email.endsWith(ATLASSIAN_APPS)) {
            return new Skip(Skip.Kind.BOT, Texts.clean(email));
        }
        Skip first = null;
        for (Flag flag : flags) {
            Skip skip = flagged(flag, Texts.clean(rec.cell(flag.column())));
            // what is nobody's is that whether it is switched off or not
            if (skip != null && skip.kind() == Skip.Kind.BOT) return skip;
            if (first == null) first = skip;
        }
        return first;
    }

    private boolean example(Rec rec, String email, long index) {
        if (Words.example(email)) return true;
        if (index >= SAMPLE_ROWS) return false;
        if (exporter.microsoft() && MICROSOFT_SAMPLE.matcher(Texts.clean(email)).matches()) return true;
        return exporter != Exporter.NONE && Words.example(rec.cell(0));
    }

    private static Skip flagged(Flag flag, String cell) {
        if (cell.isEmpty()) return null;
        boolean off =
                switch (flag.meaning()) {
                    case WORD -> holds(Words.OFF, cell);
                    case YES_IS_OFF -> holds(Words.YES, cell) || holds(Words.OFF, cell);
                    case NO_IS_OFF -> holds(Words.NO, cell) || holds(Words.OFF, cell);
                    case FILLED_IS_OFF -> !Words.NO.holds(cell) && !Words.NOTHING.holds(cell) && SAYS_WHEN.test(cell);
                    case BIT_IS_OFF -> bit(cell);
                    case YES_IS_BOT, REPORT_STATE -> false;
                };
        if (off) return new Skip(Skip.Kind.SUSPENDED, cell);
        boolean bot = flag.meaning() == Columns.Meaning.WORD && holds(Words.BOT, cell);
        if (bot || (flag.meaning() == Columns.Meaning.YES_IS_BOT && holds(Words.YES, cell))) {
            return new Skip(Skip.Kind.BOT, cell);
        }
        boolean reported = flag.meaning() == Columns.Meaning.REPORT_STATE;
        String state = cell.toLowerCase(Locale.ROOT);
        return reported && Report.State.done(state) ? new Skip(Skip.Kind.DONE, state) : null;
    }

    /** The word, also with its code, or explained: {@code T - Terminated}, {@code Suspended (left in May)}. */
    private static boolean holds(Words words, String cell) {
        if (words.holds(cell)) return true;
        Matcher coded = CODED.matcher(cell);
        if (coded.matches()) return words.holds(coded.group(1));
        Matcher explained = EXPLAINED.matcher(cell);
        return explained.lookingAt() && words.holds(explained.group(1));
    }

    private static boolean bit(String cell) {
        Matcher number = NUMBER.matcher(cell);
        return number.lookingAt() && (Long.parseLong(number.group()) & ACCOUNT_DISABLED) != 0;
    }
}
