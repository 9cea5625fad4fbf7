package steward.people.fuzz;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import steward.api.Role;
import steward.people.Checker;
import steward.people.Choice;
import steward.people.Domains;
import steward.people.Encoding;
import steward.people.Guess;
import steward.people.Lookup;
import steward.people.Outcome;
import steward.people.PeopleFile;
import steward.people.Policy;
import steward.people.Tally;
import steward.people.UnreadableFileException;

/**
 * What became of one input.
 *
 * @param fault what must never be, or null
 * @param refused with a reason, which is as good as being read
 */
record Trial(String fault, boolean refused) {
    private static final long SLOW = 2_000_000_000L;

    /** Guesses, reads, checks; and once more, as somebody would who changes what was guessed. */
    static Trial of(Path path) {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Trial trial;
        try (PeopleFile file = PeopleFile.open(path)) {
            Guess guess = file.guess();
            String fault = read(file, guess);
            trial = new Trial(fault != null ? fault : changed(file, guess), false);
        } catch (UnreadableFileException e) {
            trial = new Trial(
                    e.kind() == UnreadableFileException.Kind.FAILED_WHILE_READING ? e.toString() : null, true);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            trial = new Trial(thrown(e), false);
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        return trial.fault() == null && nanos > SLOW ? new Trial("slow", trial.refused()) : trial;
    }

    boolean sameFault(Trial other) {
        return fault.equals(other.fault());
    }

    private static String read(PeopleFile file, Guess guess) throws UnreadableFileException {
        Checker checker = new Checker(Lookup.NOBODY, Policy.of(Role.ADMIN));
        Domains domains = new Domains(Set.of("example.org"));
        long[] next = {0};
        boolean[] inOrder = {true};
        long rows = file.read(guess.settings(), row -> {
            inOrder[0] &= row.index() == next[0]++;
            domains.add(checker.check(row));
        });
        Tally tally = checker.tally();
        long sum = List.of(Outcome.values()).stream().mapToLong(tally::of).sum();
        if (!inOrder[0]) return "rows out of order";
        boolean balanced = rows == next[0] && rows == tally.rows() && rows == sum;
        long listed = domains.lines().stream().mapToLong(Domains.Line::count).sum() + domains.others();
        return balanced && listed == tally.ready() ? null : "rows do not balance";
    }

    /** Every offered encoding has its turn, and so has a header row that is none. */
    private static String changed(PeopleFile file, Guess guess) {
        List<Charset> charsets = Encoding.choices();
        int turn = Math.floorMod(guess.toString().hashCode(), charsets.size());
        Choice choice = Choice.NOTHING.withCharset(charsets.get(turn)).withHeaderRow(turn % 4 - 1);
        try {
            return read(file, file.guess(choice));
        } catch (UnreadableFileException refusedSo) {
            return null;
        }
    }

    /** The kind of error and where it comes from, so that two can be told apart. */
    private static String thrown(Throwable e) {
        String where = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
        return e.getClass().getName() + where;
    }
}
