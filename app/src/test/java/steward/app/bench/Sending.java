package steward.app.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Figures of invitations that are sent: in batches by the engine, against one call each. */
final class Sending {
    private static final int SENT = 10_000;
    /** One call each over a slow line takes as long for every call: so many stand for all. */
    private static final int SAMPLE = 500;

    private static final Duration DELAY = Duration.ofMillis(20);
    /** As {@code ./run} starts the app and the server. */
    private static final List<String> SHIPPED = List.of("-Xmx1g", "-XX:TieredStopAtLevel=1");

    private Sending() {}

    static List<Line> loopback(Path folder) throws Exception {
        try (Jvm server = server(folder)) {
            String[] said = server.line().split(" ");
            Pair pair = measured(folder, URI.create(said[0]), said, SENT);
            return List.of(Line.fasterAtLeast("send-10k", "s", pair, 3));
        }
    }

    /** The baseline is measured over {@link #SAMPLE} calls and scaled, as every call waits for the one before. */
    static List<Line> slow(Path folder) throws Exception {
        try (Jvm server = server(folder)) {
            String[] said = server.line().split(" ");
            try (SlowLine line = new SlowLine(URI.create(said[0]), DELAY)) {
                Pair pair = measured(folder, line.address(), said, SAMPLE);
                return List.of(Line.fasterAtLeast("send-10k-20ms", "s", pair, 20)
                        .noted("baseline-of-" + SAMPLE + "-calls-x" + SENT / SAMPLE));
            }
        }
    }

    private static Jvm server(Path folder) throws Exception {
        return Jvm.start(SHIPPED, SendServer.class, folder.resolve("server"), 2 * Pair.RUNS);
    }

    private static Pair measured(Path folder, URI address, String[] said, int ones) throws Exception {
        Iterator<String> organizations =
                Arrays.asList(said).subList(2, said.length).iterator();
        return Pair.alternating(
                () -> Jvm.measure(
                        SHIPPED,
                        SendRows.class,
                        address,
                        said[1],
                        organizations.next(),
                        Files.createTempDirectory(folder, "ours"),
                        SENT),
                () -> Jvm.measure(SHIPPED, SendOnes.class, address, said[1], organizations.next(), ones)
                        * (SENT / (double) ones));
    }
}
