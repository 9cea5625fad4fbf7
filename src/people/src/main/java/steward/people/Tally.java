package steward.people;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import steward.api.Role;

/**
 * How many rows have each outcome; they always add up to the rows. Immutable.
 *
 * @param admins ready rows that ask for the admin role
 */
public record Tally(Map<Outcome, Long> counts, long admins) {

    public Tally {
        counts = Map.copyOf(counts);
    }

    public long of(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    public long ready() {
        return of(Outcome.READY);
    }

    /** Ready rows that ask for the member role. */
    public long members() {
        return ready() - admins;
    }

    public long rows() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The running count behind a tally: one byte a row, so that a row checked again is counted once. Not thread-safe. */
    static final class Counter {
        private static final byte ADMIN = 16;
        private static final byte NOT_YET = -1;
        private final long[] counts = new long[Outcome.values().length];
        private long admins;
        private byte[] seen = new byte[0];

        void count(int row, Outcome outcome, Role role) {
            if (row >= seen.length) {
                int had = seen.length;
                seen = Arrays.copyOf(seen, Math.max(row + 1, had + (had >> 1) + 512));
                Arrays.fill(seen, had, seen.length, NOT_YET);
            }
            if (seen[row] != NOT_YET) {
                counts[seen[row] & ~ADMIN]--;
                if ((seen[row] & ADMIN) != 0) admins--;
            }
            boolean admin = outcome == Outcome.READY && role == Role.ADMIN;
            counts[outcome.ordinal()]++;
            if (admin) admins++;
            seen[row] = (byte) (outcome.ordinal() | (admin ? ADMIN : 0));
        }

        Tally tally() {
            Map<Outcome, Long> map = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) map.put(outcome, counts[outcome.ordinal()]);
            return new Tally(map, admins);
        }
    }
}
