package steward.people;

import java.util.List;
import java.util.Locale;
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
        for (Flag flag : flags) {
            Skip skip = flagged(flag, Texts.clean(rec.cell(flag.column())));
            if (skip != null) return skip;
        }
        return null;
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
                    case WORD -> Words.OFF.holds(cell);
                    case YES_IS_OFF -> Words.YES.holds(cell) || Words.OFF.holds(cell);
                    case NO_IS_OFF -> Words.NO.holds(cell) || Words.OFF.holds(cell);
                    case FILLED_IS_OFF -> !Words.NO.holds(cell);
                    case YES_IS_BOT, REPORT_STATE -> false;
                };
        if (off) return new Skip(Skip.Kind.SUSPENDED, cell);
        boolean bot = flag.meaning() == Columns.Meaning.WORD && Words.BOT.holds(cell);
        if (bot || (flag.meaning() == Columns.Meaning.YES_IS_BOT && Words.YES.holds(cell))) {
            return new Skip(Skip.Kind.BOT, cell);
        }
        boolean reported = flag.meaning() == Columns.Meaning.REPORT_STATE;
        String state = cell.toLowerCase(Locale.ROOT);
        return reported && Report.State.done(state) ? new Skip(Skip.Kind.DONE, state) : null;
    }
}
