package steward.app.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import steward.people.CheckedRow;
import steward.people.Checker;
import steward.people.Choice;
import steward.people.Columns;
import steward.people.Domains;
import steward.people.Guess;
import steward.people.Outcome;
import steward.people.PeopleFile;
import steward.people.Policy;
import steward.people.Row;
import steward.people.Settings;
import steward.people.UnreadableFileException;

/**
 * One table of people on its way to become invitations: read, checked, fixed. Blocking; every method holds one lock, so
 * that a fix never meets a re-reading.
 */
final class PeopleImport implements AutoCloseable {
    private static final int SHOWN_DOMAINS = 40;

    private final PeopleFile source;
    private final LongConsumer seen;
    private KnownPeople known;
    private Policy policy;
    private Guess guess;
    private Choice choice = Choice.NOTHING;
    private Settings settings;
    private Columns chosenColumns;
    private List<Row> rows = new ArrayList<>();
    private List<CheckedRow> checked = new ArrayList<>();
    private Checker checker;
    private Domains domains;

    /**
     * @param source or null, when only the rows of a draft are there
     * @param seen told how many rows were read, after each
     */
    PeopleImport(PeopleFile source, KnownPeople known, Policy policy, LongConsumer seen) {
        this.source = source;
        this.seen = seen;
        this.known = known;
        this.policy = policy.withOwnDomains(known.ownDomains());
    }

    /** Reads the source as guessed after what was chosen; what it was before stays when it cannot be read so. */
    synchronized Preview.Whole read(Choice chosen) throws UnreadableFileException {
        Guess guessed = source.guess(chosen);
        Preview.Whole whole = read(guessed.settings());
        guess = guessed;
        choice = chosen;
        chosenColumns = null;
        return whole;
    }

    /**
     * Reads the source with other columns or another idea of where it comes from. It ends when the thread is
     * interrupted, and nothing changed then.
     */
    synchronized Preview.Whole read(Settings wanted) throws UnreadableFileException {
        List<Row> fresh = new ArrayList<>();
        source.read(wanted, row -> {
            fresh.add(row);
            seen.accept(fresh.size());
        });
        settings = wanted;
        chosenColumns = wanted.columns();
        rows = fresh;
        return checkAll();
    }

    /**
     * Takes rows that were read before, and guesses again only what stands above the preview.
     *
     * @param columns chosen ones, or null
     */
    synchronized Preview.Whole resume(List<Row> kept, Choice chosen, Columns columns) throws UnreadableFileException {
        choice = chosen;
        chosenColumns = columns;
        if (source != null) {
            guess = source.guess(chosen);
            settings = columns == null ? guess.settings() : guess.settings().withColumns(columns);
        }
        rows = new ArrayList<>(kept);
        return checkAll();
    }

    /** The same rows under another policy. */
    synchronized Preview.Whole decide(UnaryOperator<Policy> change) {
        policy = change.apply(policy);
        return checkAll();
    }

    /** The same rows against what is known now. */
    synchronized Preview.Whole checkAgain(KnownPeople now) {
        known = now;
        return checkAll();
    }

    /** Changes rows and checks them, and those that repeat them or were repeated by them. */
    synchronized Preview.Part fix(Collection<Long> indexes, Function<CheckedRow, Row> change) {
        List<CheckedRow> changed = new ArrayList<>();
        for (long index : indexes) {
            Row fixed = change.apply(checked.get(at(index)));
            Checker.Recheck recheck = checker.recheck(fixed);
            rows.set(at(index), fixed);
            replace(recheck.row());
            changed.add(recheck.row());
            for (long other : recheck.affected()) {
                CheckedRow again = checker.check(rows.get(at(other)));
                replace(again);
                changed.add(again);
            }
        }
        return new Preview.Part(preview(), changed);
    }

    private void replace(CheckedRow row) {
        int at = at(row.row().index());
        domains.remove(checked.get(at));
        domains.add(row);
        checked.set(at, row);
    }

    /** Where the row of that index stands: a draft may hold some of a file's rows only. */
    private int at(long index) {
        int low = 0;
        int high = rows.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).index() < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Preview.Whole checkAll() {
        checker = new Checker(known, policy);
        domains = new Domains(known.ownDomains());
        checked = new ArrayList<>(rows.size());
        for (Row row : rows) {
            CheckedRow result = checker.check(row);
            checked.add(result);
            domains.add(result);
        }
        return new Preview.Whole(preview(), inShownOrder());
    }

    /** What needs a person first, what goes by itself last; within that, the order of the file. */
    private List<CheckedRow> inShownOrder() {
        List<CheckedRow> ordered = new ArrayList<>(checked);
        ordered.sort(Comparator.comparingInt(row -> rank(row.outcome())));
        return ordered;
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case ATTENTION -> 0;
            case NOT_ALLOWED -> 1;
            case REPEATED -> 2;
            case ALREADY_INVITED -> 3;
            case ALREADY_MEMBER -> 4;
            case SKIPPED -> 5;
            case READY -> 6;
        };
    }

    private Preview preview() {
        List<Domains.Line> lines = domains.lines();
        return new Preview(
                checker.tally(),
                List.copyOf(lines.subList(0, Math.min(SHOWN_DOMAINS, lines.size()))),
                domains.outside(),
                known.ownDomains().size());
    }

    /** All rows in the order of the file. */
    synchronized List<CheckedRow> rows() {
        return List.copyOf(checked);
    }

    /** How the source was guessed to be read; empty when the source is no longer there. */
    synchronized Optional<Guess> guess() {
        return Optional.ofNullable(guess);
    }

    synchronized Optional<Settings> settings() {
        return Optional.ofNullable(settings);
    }

    /** The columns a person chose, or null while they are guessed. */
    synchronized Columns chosenColumns() {
        return chosenColumns;
    }

    synchronized Preview.Whole shown() {
        return new Preview.Whole(preview(), inShownOrder());
    }

    synchronized Choice choice() {
        return choice;
    }

    synchronized Policy policy() {
        return policy;
    }

    @Override
    public void close() {
        if (source != null) {
            source.close();
        }
    }
}
