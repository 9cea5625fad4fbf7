package steward.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Prints every figure, or those whose names begin so; ends with 1 when one is short. */
public final class Bench {
    private Bench() {}

    /** Measures one or more figures in a folder of its own. */
    private interface Measuring {
        List<Line> lines(Path folder) throws Exception;
    }

    private record Figure(String name, Measuring measuring) {}

    private static final List<Figure> FIGURES = List.of(
            new Figure("stage-100k", Reading::stage),
            new Figure("send-10k", Sending::loopback),
            new Figure("send-10k-20ms", Sending::slow),
            new Figure("package-deb", Packaged::size),
            new Figure("package-start", Packaged::start),
            new Figure("package-first-start", Packaged::firstStart),
            new Figure("package-memory", Packaged::memory));

    public static void main(String[] args) throws Exception {
        // beside the build, for the system's temporary folder may be in memory
        Path root = Files.createTempDirectory(Files.createDirectories(Path.of("app", "target")), "bench");
        boolean ok = true;
        try {
            for (Figure each : FIGURES) {
                if (args.length > 0 && Stream.of(args).noneMatch(each.name()::startsWith)) continue;
                for (Line line : each.measuring().lines(Files.createDirectory(root.resolve(each.name())))) {
                    System.out.println(line);
                    ok &= line.ok();
                }
            }
        } finally {
            delete(root);
        }
        System.exit(ok ? 0 : 1);
    }

    private static void delete(Path root) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> found = Files.walk(root)) {
            found.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path each : all) Files.delete(each);
    }
}
