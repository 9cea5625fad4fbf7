package steward.app.bench;

import java.util.Locale;

/**
 * One printed figure.
 *
 * @param baseline and ratio are NaN where there is nothing to compare with
 * @param target as printed
 */
record Line(String name, double value, String unit, double baseline, double ratio, String target, boolean ok) {

    /** A figure that stands for itself. */
    static Line atMost(String name, double value, String unit, double most) {
        return new Line(name, value, unit, Double.NaN, Double.NaN, "<=" + number(most) + unit, value <= most);
    }

    /** A figure that may cost so many times its baseline. */
    static Line timesAtMost(String name, String unit, Pair pair, double most) {
        double ratio = pair.ours() / pair.baseline();
        return new Line(name, pair.ours(), unit, pair.baseline(), ratio, "<=" + number(most) + "x", ratio <= most);
    }

    /** A figure that must be so many times faster than its baseline. */
    static Line fasterAtLeast(String name, String unit, Pair pair, double least) {
        double ratio = pair.baseline() / pair.ours();
        return new Line(name, pair.ours(), unit, pair.baseline(), ratio, ">=" + number(least) + "x", ratio >= least);
    }

    /** Says with the target how the figure came about, in a word. */
    Line noted(String how) {
        return new Line(name, value, unit, baseline, ratio, target + "(" + how + ")", ok);
    }

    @Override
    public String toString() {
        return String.join(
                " ", name, number(value), unit, number(baseline), number(ratio), target, ok ? "ok" : "SHORT");
    }

    private static String number(double value) {
        if (Double.isNaN(value)) return "-";
        if (value == Math.rint(value)) return String.valueOf((long) value);
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
