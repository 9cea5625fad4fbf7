package steward.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One start of the installed program, until its log says that the first screen has been drawn; closing ends it. */
final class Start implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LOOK_MILLIS = 20;

    private final Process process;
    private final double seconds;

    private Start(Process process, double seconds) {
        this.process = process;
        this.seconds = seconds;
    }

    static Start of(Desktop desktop, Image image, Path data, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(image.launcher("steward"), "--data", data.toString()));
        command.addAll(List.of(arguments));
        Instant begin = Instant.now();
        Process process = desktop.start(command);
        Optional<Instant> drawn = Optional.empty();
        while (drawn.isEmpty()) {
            if (!process.isAlive() || Instant.now().isAfter(begin.plus(PATIENCE))) {
                process.destroyForcibly();
                throw new IOException("the window did not come up");
            }
            Thread.sleep(LOOK_MILLIS);
            drawn = drawn(data.resolve("logs/steward.0.log"), begin);
        }
        return new Start(process, Duration.between(begin, drawn.get()).toNanos() / 1e9);
    }

    private static Optional<Instant> drawn(Path log, Instant since) throws IOException {
        if (!Files.exists(log)) return Optional.empty();
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains("FirstScreen: first screen after"))
                .map(line -> Instant.parse(line.substring(0, line.indexOf(' '))))
                .filter(at -> at.isAfter(since))
                .findFirst();
    }

    double seconds() {
        return seconds;
    }

    /** Its proportional set size in megabytes. */
    double pss() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup")).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                * 1024
                / 1e6;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
