package steward.people.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The long form: prints executions, seed and findings, and fails when there is one. */
public final class Fuzz {
    private static final int SECONDS = 60;

    private Fuzz() {}

    public static void main(String[] args) throws Exception {
        Duration length = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : SECONDS);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.currentTimeMillis();
        // beside the build, for the system's temporary folder may be in memory
        Path folder = Files.createDirectories(Path.of("src", "people", "target", "fuzz"));
        System.out.println("fuzzing both readers for " + length.toSeconds() + " s, seed " + seed);
        long end = System.nanoTime() + length.toNanos();
        Campaign campaign = new Campaign(folder, Trial::of, seed);
        while (System.nanoTime() < end) campaign.run();
        for (Campaign.Finding each : campaign.findings()) System.out.println(each);
        System.out.printf(
                "executions %d (csv %d, xlsx %d), seed %d, read %d, refused %d, findings %d%n",
                campaign.executions(),
                campaign.executions() - campaign.workbooks(),
                campaign.workbooks(),
                seed,
                campaign.executions() - campaign.refused(),
                campaign.refused(),
                campaign.findings().size());
        System.exit(campaign.findings().isEmpty() ? 0 : 1);
    }
}
