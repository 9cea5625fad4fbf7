package steward.app.tour;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.api.Json;

/**
 * The whole run: a server of its own in this process, and the app started twice beside it, each time as a process of its
 * own, since one can start JavaFX once. Pictures and {@code tour.json} go to the target folder.
 */
public final class Tour {
    private static final int SITTINGS = 2;
    private static final int LONGEST_MINUTES = 5;
    private static final Pattern OURS = Pattern.compile("\\d\\d-.*-(light|dark)\\.png|tour\\.json");
    private static final int FAILED = 1;

    private final Path target;
    private final String mainClass;
    private final Function<Path, TourServer> serverOn;

    /**
     * @param mainClass what is started, with {@code --tour-sitting FILE}
     * @param serverOn starts the platform with its data in the folder given
     */
    public Tour(Path target, String mainClass, Function<Path, TourServer> serverOn) {
        this.target = target.toAbsolutePath().normalize();
        this.mainClass = mainClass;
        this.serverOn = serverOn;
    }

    /** The exit code: not 0 when any step failed. */
    public int run() {
        try {
            return runIn(Files.createTempDirectory("steward-tour"));
        } catch (IOException e) {
            System.err.println("The tour cannot write its files: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int runIn(Path scratch) throws IOException, InterruptedException {
        Files.createDirectories(target);
        deleteEarlier();
        List<Outcome> all = new ArrayList<>();
        try (TourServer server = serverOn.apply(scratch.resolve("server"))) {
            for (int i = 1; i <= SITTINGS; i++) {
                all.addAll(sit(assignment(i, server, all.size() + 1, scratch)));
                Files.write(
                        target.resolve("tour.json"),
                        Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
            }
        }
        List<Outcome> failed = all.stream().filter(each -> !each.ok()).toList();
        failed.forEach(each -> System.err.println(each.step() + ": " + each.why()));
        System.out.println(target.resolve("tour.json"));
        if (!failed.isEmpty()) {
            System.err.println("The app's own data and log are kept in " + scratch + ".");
            return FAILED;
        }
        delete(scratch);
        return 0;
    }

    private Assignment assignment(int sitting, TourServer server, int firstPicture, Path scratch) {
        return new Assignment(
                sitting,
                server.address().toString(),
                server.accounts().toString(),
                target.toString(),
                firstPicture,
                scratch.toString());
    }

    private List<Outcome> sit(Assignment assignment) throws IOException, InterruptedException {
        Path scratch = Path.of(assignment.scratch());
        Path file = assignment.write();
        Process app = new ProcessBuilder(command(file, scratch.resolve("data")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        app.getOutputStream().close();
        boolean ended = app.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            app.destroyForcibly().waitFor();
        }
        List<Outcome> outcomes = new ArrayList<>(assignment.reported());
        String name = "start-" + assignment.sitting();
        if (!ended) {
            outcomes.add(Outcome.failed(name, "the app did not end within %d minutes".formatted(LONGEST_MINUTES)));
        } else if (app.exitValue() != 0) {
            outcomes.add(Outcome.failed(name, "the app ended with " + app.exitValue()));
        } else if (outcomes.isEmpty()) {
            outcomes.add(Outcome.failed(name, "the app did nothing"));
        }
        return outcomes;
    }

    /** This very Java, its flags and class path, on the toolkit's platform without a display. */
    private List<String> command(Path assignment, Path data) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(Tour::isOurs)
                .forEach(command::add);
        command.addAll(List.of(
                // Short-lived: the second compiler would cost more than it gives.
                "-XX:TieredStopAtLevel=1",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Duser.language=" + Locale.US.getLanguage(),
                "-Duser.country=" + Locale.US.getCountry(),
                "-cp",
                System.getProperty("java.class.path"),
                mainClass,
                "--data",
                data.toString(),
                "--tour-sitting",
                assignment.toString()));
        return command;
    }

    /** Agents and debuggers of this process are not for the next. */
    private static boolean isOurs(String flag) {
        return flag.startsWith("-X") && !flag.startsWith("-Xrun") && !flag.startsWith("-Xdebug")
                || flag.startsWith("--enable-native-access")
                || flag.startsWith("--sun-misc-unsafe-memory-access")
                || flag.startsWith("-Dfile.encoding")
                // where an installed program keeps its native libraries
                || flag.startsWith("-Dorg.sqlite.lib.path=")
                || flag.startsWith("-Djna.");
    }

    private void deleteEarlier() throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            for (Path each : files.filter(
                            file -> OURS.matcher(file.getFileName().toString()).matches())
                    .toList()) {
                Files.delete(each);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
