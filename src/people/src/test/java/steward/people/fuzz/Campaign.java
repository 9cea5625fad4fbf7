package steward.people.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One input after the other, each made of the seed and its number; what goes wrong is made small and kept. */
final class Campaign {
    private static final int KEPT = 20;

    private final Path folder;
    private final Judge judge;
    private final long seed;
    private final Inputs inputs = new Inputs();
    private final List<Finding> findings = new ArrayList<>();
    private long executions;
    private long workbooks;
    private long refused;

    /** Reads a file and says what became of that. */
    @FunctionalInterface
    interface Judge {
        Trial judge(Path file);
    }

    /** @param file the smallest input found that goes wrong the same way */
    record Finding(long number, String fault, Path file) {
        @Override
        public String toString() {
            return "finding " + number + ": " + fault + " " + file;
        }
    }

    Campaign(Path folder, Judge judge, long seed) {
        this.folder = folder;
        this.judge = judge;
        this.seed = seed;
    }

    /** The next input. */
    void run() throws IOException {
        long number = executions++;
        byte[] input = inputs.of(new Random(seed * 1_000_003 + number));
        if (input.length > 1 && input[0] == 'P' && input[1] == 'K') workbooks++;
        Trial trial = judged(input);
        if (trial.refused()) refused++;
        if (trial.fault() == null || findings.size() >= KEPT) return;
        byte[] small = Halving.smallest(input, less -> trial.sameFault(judged(less)));
        Path file = folder.resolve("finding-" + seed + "-" + number);
        findings.add(new Finding(number, trial.fault(), Files.write(file, small)));
    }

    private Trial judged(byte[] input) throws IOException {
        return judge.judge(Files.write(folder.resolve("input"), input));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    long executions() {
        return executions;
    }

    long workbooks() {
        return workbooks;
    }

    long refused() {
        return refused;
    }
}
