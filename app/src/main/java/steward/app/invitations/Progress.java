package steward.app.invitations;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import steward.app.intake.SendRow;
import steward.app.intake.SendState;

/**
 * How far the sending of one staging is. Immutable.
 *
 * @param counts by what became of an operation; together they are all
 * @param startedAt when the first left, or null
 * @param endedAt when the last answer came so far, or null
 * @param perMinute how many were answered in a minute of late; 0 when not known
 * @param canBeCanceled how many have not left this computer
 */
record Progress(
        Map<SendState, Integer> counts, Instant startedAt, Instant endedAt, double perMinute, int canBeCanceled) {

    private static final Duration LATELY = Duration.ofMinutes(1);
    private static final Duration LEAST = Duration.ofSeconds(2);

    /** Before the first look. */
    static final Progress UNKNOWN = new Progress(Map.of(), null, null, 0, 0);

    static Progress of(List<SendRow> rows, Instant now) {
        int unsent = (int) rows.stream().filter(Progress::isUnsent).count();
        Instant started = rows.stream()
                .map(row -> row.operation().firstSentAt())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        Instant ended = rows.stream()
                .filter(Progress::wasSent)
                .map(SendRow::answeredAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        return new Progress(Map.copyOf(count(rows)), started, ended, rate(rows, started, now), unsent);
    }

    static Map<SendState, Integer> count(List<SendRow> rows) {
        Map<SendState, Integer> counts = new EnumMap<>(SendState.class);
        rows.forEach(row -> counts.merge(row.state(), 1, Integer::sum));
        return counts;
    }

    /** Whether it can still be kept from leaving this computer. */
    static boolean isUnsent(SendRow row) {
        return row.state() == SendState.WAITING && row.operation().firstSentAt() == null;
    }

    /** What was taken back in time has an end, but no answer. */
    private static boolean wasSent(SendRow row) {
        return row.operation().firstSentAt() != null;
    }

    private static double rate(List<SendRow> rows, Instant started, Instant now) {
        if (started == null) {
            return 0;
        }
        Instant from = started.isAfter(now.minus(LATELY)) ? started : now.minus(LATELY);
        long answered = rows.stream()
                .filter(row -> wasSent(row)
                        && row.answeredAt() != null
                        && !row.answeredAt().isBefore(from))
                .count();
        Duration span = Duration.between(from, now);
        return span.compareTo(LEAST) < 0 ? 0 : answered * 60_000.0 / span.toMillis();
    }

    boolean isKnown() {
        return this != UNKNOWN;
    }

    int of(SendState state) {
        return counts.getOrDefault(state, 0);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    int answered() {
        return of(SendState.INVITED) + of(SendState.NOTHING_TO_DO) + of(SendState.ATTENTION);
    }

    /** Those that will have an answer: all but what was taken back. */
    int expected() {
        return total() - of(SendState.CANCELED);
    }

    boolean isOver() {
        return isKnown() && of(SendState.WAITING) == 0 && of(SendState.IN_FLIGHT) == 0;
    }

    /** Over, and nothing left for a person to decide. */
    boolean isDone() {
        return isOver() && of(SendState.ATTENTION) == 0;
    }

    /** Everything was taken back before any of it left. */
    boolean isTakenBack() {
        return total() > 0 && expected() == 0;
    }

    /** At the pace of late; empty when that is not known, or nothing is left. */
    Optional<Duration> left() {
        int open = of(SendState.WAITING) + of(SendState.IN_FLIGHT);
        return perMinute <= 0 || open == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(open * 60_000.0 / perMinute)));
    }
}
