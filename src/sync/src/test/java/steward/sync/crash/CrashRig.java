package steward.sync.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import steward.sync.FaultProxy;

/** Runs the rig and prints its figures; ends with 1 when one is short. */
public final class CrashRig {

    private static final int SHOWN = 5;

    /** What came of a run. */
    record Outcome(Verdict verdict, Tally tally) {}

    private CrashRig() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        LogManager.getLogManager().readConfiguration(CrashRig.class.getResourceAsStream("/logging.properties"));
        Options options;
        try {
            options = Options.of(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.USAGE);
            System.exit(64);
            return;
        }
        System.out.println("seed " + options.seed() + ", " + options.sends() + " sends of " + options.rows() + " rows");
        // beside the build, for the system's temporary folder may be in memory
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("src", "sync", "target")), "crash");
        Outcome outcome = run(options, folder);
        Figures figures = new Figures(options, outcome.tally(), outcome.verdict());
        List<Line> lines = figures.lines();
        lines.forEach(System.out::println);
        System.out.println(figures.tenths());
        if (options.timed()) System.out.println(figures.starts());
        boolean ok = lines.stream().allMatch(Line::ok);
        if (ok) delete(folder);
        else tell(outcome.verdict(), folder);
        System.out.println("crash rig: " + (ok ? "ok" : "SHORT") + ", seed " + options.seed());
        System.exit(ok ? 0 : 1);
    }

    static Outcome run(Options options, Path folder) throws IOException, InterruptedException {
        String nonce = "n" + UUID.randomUUID().toString().substring(0, 8);
        Path data = Files.createDirectories(folder.resolve("server"));
        Ground ground = Ground.lay(data, nonce, options);
        Tally tally = new Tally();
        Verdict verdict = Verdict.CLEAN;
        try (ServerProcess server = new ServerProcess(data, ground.serverId());
                FaultProxy proxy = new FaultProxy(server.address());
                History history = new History(folder.resolve("history.tsv"))) {
            history.add("run", nonce, options);
            Disturbance disturbance = new Disturbance(options.seed(), options.oneIn());
            Disturbance ofIdle = new Disturbance(options.seed() + 1, options.oneIn());
            Site site = new Site(options, nonce, folder, ground, server, proxy, history, tally, disturbance, ofIdle);
            IdleStart idle = options.timed() ? IdleStart.prepared(site) : null;
            for (int i = 0; i < options.sends(); i++) {
                verdict = verdict.and(new Send(site, i, idle).run());
                if (options.timed())
                    System.err.println("send " + i + ": " + tally.kills().size() + " kills so far");
            }
        }
        return new Outcome(verdict, tally);
    }

    private static void tell(Verdict verdict, Path folder) {
        Stream.of(
                        verdict.lost(),
                        verdict.duplicated(),
                        verdict.stuck(),
                        verdict.forgotten(),
                        verdict.unclaimed(),
                        verdict.misreported())
                .flatMap(each -> each.stream().limit(SHOWN))
                .forEach(System.out::println);
        System.out.println("what happened stands in " + folder);
    }

    private static void delete(Path root) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(root)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) Files.delete(each);
    }
}
