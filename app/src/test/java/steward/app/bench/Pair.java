package steward.app.bench;

import java.util.Arrays;

/** A figure and its baseline: medians of runs that took turns, so that a busy machine is busy for both. */
record Pair(double ours, double baseline) {
    static final int RUNS = 5;

    /** Takes one measurement, in the figure's unit. */
    @FunctionalInterface
    interface Sample {
        double take() throws Exception;
    }

    static Pair alternating(Sample ours, Sample baseline) throws Exception {
        return alternating(RUNS, ours, baseline);
    }

    static Pair alternating(int runs, Sample ours, Sample baseline) throws Exception {
        double[] mine = new double[runs];
        double[] bare = new double[runs];
        for (int i = 0; i < runs; i++) {
            bare[i] = baseline.take();
            mine[i] = ours.take();
        }
        return new Pair(middle(mine), middle(bare));
    }

    static double median(Sample sample) throws Exception {
        double[] taken = new double[RUNS];
        for (int i = 0; i < RUNS; i++) taken[i] = sample.take();
        return middle(taken);
    }

    static double middle(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
