package steward.app.chart;

import java.util.ArrayList;
import java.util.List;

/** Maps whole numbers from zero on to y, with four or five round grid lines. */
record ValueScale(int top, int step, double bottom, double height) {
    private static final int[] ROUND = {1, 2, 5};

    /** A scale that holds {@code highest} under its last line. */
    static ValueScale holding(int highest, int lines, double bottom, double height) {
        int wanted = Math.max(1, highest);
        int step = roundUp(Math.max(1, Math.ceilDiv(wanted, lines)));
        return new ValueScale(Math.max(step, Math.ceilDiv(wanted, step) * step), step, bottom, height);
    }

    private static int roundUp(int least) {
        for (int magnitude = 1; ; magnitude *= 10) {
            for (int round : ROUND) {
                if ((long) round * magnitude >= least) {
                    return round * magnitude;
                }
            }
        }
    }

    double y(double value) {
        return bottom - height * value / top;
    }

    List<Integer> lines() {
        List<Integer> lines = new ArrayList<>();
        for (int value = 0; value <= top; value += step) {
            lines.add(value);
        }
        return lines;
    }
}
