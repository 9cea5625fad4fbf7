package steward.sync.crash;

import java.util.Locale;

/** One printed figure: {@code name value unit baseline ratio target ok|SHORT}. */
record Line(String name, double value, String unit, double baseline, String target, boolean ok) {

    static Line none(String name, int value) {
        return new Line(name, value, "x", Double.NaN, "=0", value == 0);
    }

    static Line atLeast(String name, double value, String unit, double least) {
        return new Line(name, value, unit, Double.NaN, ">=" + number(least) + unit, value >= least);
    }

    static Line atMost(String name, double value, String unit, double most) {
        return new Line(name, value, unit, Double.NaN, "<=" + number(most) + unit, value <= most);
    }

    static Line timesAtMost(String name, double value, String unit, double baseline, double most) {
        return new Line(name, value, unit, baseline, "<=" + number(most) + "x", value <= most * baseline);
    }

    @Override
    public String toString() {
        String ratio = number(value / baseline);
        return String.join(" ", name, number(value), unit, number(baseline), ratio, target, ok ? "ok" : "SHORT");
    }

    private static String number(double value) {
        if (Double.isNaN(value)) return "-";
        if (value == Math.rint(value)) return String.valueOf((long) value);
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
