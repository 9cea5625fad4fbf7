package steward.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.api.Json;
import tools.jackson.databind.JsonNode;

/**
 * Figures of the installed program: how large it is, how soon its window can be used, what memory it holds. There is no
 * graphics card where they are taken, so both sides draw with the toolkit's software pipeline, not with an emulated card.
 */
final class Packaged {
    private static final int STARTS = 10;
    private static final Duration IDLE = Duration.ofSeconds(60);

    private Packaged() {}

    static List<Line> size(Path folder) throws IOException {
        try (Stream<Path> packages = Files.list(Path.of("target", "package"))) {
            Path deb = packages.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is no .deb; make it: ./run package"));
            return List.of(Line.atMost("package-deb", Files.size(deb) / 1e6, "MB", 75));
        }
    }

    /** To the first tab with what was last seen, against a window with one table. */
    static List<Line> start(Path folder) throws Exception {
        Image image = Image.find();
        try (Desktop desktop = Desktop.open(folder);
                Server server = Server.start(desktop, image, folder)) {
            Path data = server.signedIn(folder.resolve("data"));
            Bare bare = Bare.trained(desktop, image, folder);
            seconds(desktop, image, data, server.url());
            Pair pair = Pair.alternating(STARTS, () -> seconds(desktop, image, data, server.url()), bare::seconds);
            return List.of(Line.timesAtMost("package-start", "s", pair, 2));
        }
    }

    /** From an empty home to the first screen, against the start after it. */
    static List<Line> firstStart(Path folder) throws Exception {
        Image image = Image.find();
        try (Desktop desktop = Desktop.open(folder)) {
            double[] more = new double[STARTS];
            for (int i = 0; i < STARTS; i++) {
                Path data = folder.resolve("home-" + i);
                double first = seconds(desktop, image, data);
                more[i] = first - seconds(desktop, image, data);
            }
            return List.of(Line.atMost("package-first-start-more", Pair.middle(more), "s", 2));
        }
    }

    /** On the Overview, after a minute in which nobody did anything. */
    static List<Line> memory(Path folder) throws Exception {
        Image image = Image.find();
        try (Desktop desktop = Desktop.open(folder);
                Server server = Server.start(desktop, image, folder)) {
            Path data = server.signedIn(folder.resolve("data"));
            try (Start start = Start.of(desktop, image, data, "--server", server.url())) {
                Thread.sleep(IDLE);
                return List.of(Line.atMost("package-memory-" + image.collector(), start.pss(), "MB", 250));
            }
        }
    }

    private static double seconds(Desktop desktop, Image image, Path data) throws Exception {
        try (Start start = Start.of(desktop, image, data)) {
            return start.seconds();
        }
    }

    private static double seconds(Desktop desktop, Image image, Path data, String server) throws Exception {
        try (Start start = Start.of(desktop, image, data, "--server", server)) {
            return start.seconds();
        }
    }

    /** The reference server with its demo, in a process of its own. */
    private record Server(Desktop desktop, Process process, String url, String accounts) implements AutoCloseable {
        static Server start(Desktop desktop, Image image, Path folder) throws IOException {
            Process process = desktop.start(List.of(
                    image.launcher("steward-cli"),
                    "server",
                    "--demo",
                    "--data",
                    folder.resolve("server").toString()));
            String line = process.inputReader(StandardCharsets.UTF_8).readLine();
            if (line == null) throw new IOException("the server ended without a word");
            JsonNode said = Json.mapper().readTree(line);
            return new Server(
                    desktop,
                    process,
                    said.get("url").asString(),
                    said.get("accounts").asString());
        }

        /** A data folder as a day of use leaves it. */
        Path signedIn(Path data) throws Exception {
            Process preparing = desktop.start(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SignedIn.class.getName(),
                    data.toString(),
                    url,
                    accounts));
            if (preparing.waitFor() != 0) throw new IOException("nobody could be signed in");
            return data;
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }

    /** The bare window on the same runtime, with the same flags and an AOT cache of its own. */
    private record Bare(Desktop desktop, List<String> command) {
        static Bare trained(Desktop desktop, Image image, Path folder) throws Exception {
            Path jar = jar(folder.resolve("bare.jar"));
            String classPath = Stream.concat(Stream.of(jar), image.toolkit().stream())
                    .map(Path::toString)
                    .collect(Collectors.joining(":"));
            Path cache = folder.resolve("bare.aot");
            List<String> shared = new ArrayList<>(image.flags());
            shared.addAll(List.of(Desktop.SOFTWARE, "-cp", classPath, BareWindow.class.getName()));
            new Bare(desktop, command(image, "-XX:AOTCacheOutput=" + cache, shared)).seconds();
            if (!Files.exists(cache)) throw new IOException("the bare window left no AOT cache");
            Bare bare = new Bare(desktop, command(image, "-XX:AOTCache=" + cache, shared));
            bare.seconds();
            return bare;
        }

        private static List<String> command(Image image, String cache, List<String> shared) {
            List<String> command = new ArrayList<>(List.of(image.java(), cache));
            command.addAll(shared);
            return command;
        }

        private static Path jar(Path jar) throws IOException {
            String entry = BareWindow.class.getName().replace('.', '/') + ".class";
            try (var out = new JarOutputStream(Files.newOutputStream(jar));
                    var in = BareWindow.class.getClassLoader().getResourceAsStream(entry)) {
                out.putNextEntry(new JarEntry(entry));
                in.transferTo(out);
            }
            return jar;
        }

        double seconds() throws Exception {
            Instant begin = Instant.now();
            Process process = desktop.start(command);
            String line = process.inputReader(StandardCharsets.UTF_8).readLine();
            process.waitFor();
            if (line == null) throw new IOException("the bare window ended without a word");
            return Duration.between(begin, Instant.parse(line)).toNanos() / 1e9;
        }
    }
}
