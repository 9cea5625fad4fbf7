package steward.app.invitations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.people.CheckedRow;
import steward.people.Outcome;
import steward.people.Reason;

/** How many rows want the same mending for the same reason, so that one click can do it to all. On the FX thread. */
final class Alike {
    private final Map<Reason, Integer> counts = new HashMap<>();

    Alike(List<CheckLine> lines) {
        lines.forEach(line -> add(line.row(), 1));
    }

    void replace(CheckedRow before, CheckedRow after) {
        add(before, -1);
        add(after, 1);
    }

    private void add(CheckedRow row, int more) {
        if (isMendable(row)) {
            counts.merge(row.reason(), more, (one, other) -> one + other == 0 ? null : one + other);
        }
    }

    /** How many there are like that one, itself included; 0 when it cannot be mended without typing. */
    int of(CheckedRow row) {
        return isMendable(row) ? counts.getOrDefault(row.reason(), 0) : 0;
    }

    static boolean are(CheckedRow one, CheckedRow other) {
        return isMendable(one) && isMendable(other) && one.reason().equals(other.reason());
    }

    /** What most rows have in common, when at least two have. */
    Optional<Reason> most() {
        return counts.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .max(Map.Entry.<Reason, Integer>comparingByValue()
                        .thenComparing(each -> each.getKey().toString()))
                .map(Map.Entry::getKey);
    }

    /** Whether a correction is offered, or a role is all it lacks. */
    private static boolean isMendable(CheckedRow row) {
        if (row.outcome() == Outcome.NOT_ALLOWED) {
            return true;
        }
        return row.outcome() == Outcome.ATTENTION
                && switch (row.reason().code()) {
                    case UNKNOWN_ROLE, OWNER_ROLE -> true;
                    default -> row.fix().isPresent();
                };
    }
}
