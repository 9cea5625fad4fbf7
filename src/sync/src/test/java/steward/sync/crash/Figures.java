package steward.sync.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import steward.sync.crash.Tally.Kill;

/** What a run prints of itself. */
final class Figures {

    private static final int TENTHS = 10;
    private static final double IN_FLIGHT = 90;
    private static final double STARTS = 2;
    /** Uniform kills are further apart from evenness once in a hundred runs (Kolmogorov and Smirnov). */
    private static final double UNEVEN = 1.63;

    private final Options options;
    private final Tally tally;
    private final Verdict verdict;

    Figures(Options options, Tally tally, Verdict verdict) {
        this.options = options;
        this.tally = tally;
        this.verdict = verdict;
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        int kills = tally.kills().size();
        lines.add(Line.atLeast("crash-kills-engine", kills, "x", options.kills()));
        lines.add(Line.atLeast("crash-kills-server", tally.serverKills(), "x", options.serverKills()));
        lines.add(Line.atLeast("crash-kills-in-flight", inFlight(), "%", IN_FLIGHT));
        lines.add(Line.atMost("crash-kills-unevenness", unevenness(), "D", UNEVEN / Math.sqrt(Math.max(1, kills))));
        lines.add(disturbed("crash-answers-lost", tally.lostAnswers()));
        lines.add(disturbed("crash-answers-503", tally.unavailable()));
        lines.add(Line.none("crash-lost", verdict.lost().size()));
        lines.add(Line.none("crash-duplicated", verdict.duplicated().size()));
        lines.add(Line.none("crash-stuck", verdict.stuck().size()));
        lines.add(Line.none("crash-forgotten", verdict.forgotten().size()));
        lines.add(Line.none("crash-sent-unclaimed", verdict.unclaimed().size()));
        lines.add(Line.none("crash-misreported", verdict.misreported().size()));
        lines.add(Line.none("crash-sent-too-early", tally.early()));
        lines.add(Line.none("crash-strangers", tally.strangers()));
        if (options.timed()) lines.add(firstAcknowledgement());
        return lines;
    }

    /** How many kills fell into each tenth of their send. */
    String tenths() {
        int[] counts = new int[TENTHS];
        for (Kill each : tally.kills()) counts[Math.clamp((int) (each.at() * TENTHS), 0, TENTHS - 1)]++;
        return "kills by tenth of the send: "
                + java.util.Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    String starts() {
        return "first acknowledgement in ms, median: restart " + Math.round(quantile(tally.restarts(), 0.5)) + " of "
                + tally.restarts().size() + ", nothing pending " + Math.round(quantile(tally.idleStarts(), 0.5))
                + " of " + tally.idleStarts().size();
    }

    private Line disturbed(String name, int answers) {
        int planned = tally.writes() / options.oneIn();
        double share = 100.0 * answers / Math.max(1, tally.writes());
        return new Line(name, share, "%", Double.NaN, ">=1/" + options.oneIn(), answers >= planned);
    }

    private Line firstAcknowledgement() {
        double ours = quantile(tally.restarts(), 0.95);
        return Line.timesAtMost("crash-first-ack-p95", ours, "ms", quantile(tally.idleStarts(), 0.95), STARTS);
    }

    private double inFlight() {
        return 100.0
                * tally.kills().stream().filter(each -> each.inFlight() > 0).count()
                / Math.max(1, tally.kills().size());
    }

    private double unevenness() {
        List<Double> at = tally.kills().stream().map(Kill::at).sorted().toList();
        double most = 0;
        for (int i = 0; i < at.size(); i++) {
            double below = at.get(i) - (double) i / at.size();
            double above = (i + 1.0) / at.size() - at.get(i);
            most = Math.max(most, Math.max(below, above));
        }
        return most;
    }

    private static double quantile(List<Double> values, double which) {
        if (values.isEmpty()) return Double.NaN;
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(which * sorted.size()) - 1);
    }
}
