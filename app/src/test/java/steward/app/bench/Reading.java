package steward.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Figures of files that are read. */
final class Reading {
    private static final int STAGED = 100_000;

    private Reading() {}

    static List<Line> stage(Path folder) throws Exception {
        Path file = Samples.csv(folder.resolve("people.csv"), STAGED);
        Pair pair = Pair.alternating(
                () -> Jvm.measure("256m", StageRows.class, file, Files.createTempDirectory(folder, "ours"), STAGED),
                () -> Jvm.measure(
                        "256m",
                        BareRows.class,
                        file,
                        Files.createTempDirectory(folder, "bare").resolve("bare.db"),
                        STAGED));
        return List.of(Line.timesAtMost("stage-100k", "s", pair, 4));
    }
}
