package steward.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a {@link Worker} under strace, which writes down, or lets fail, its system calls on the work store. */
final class Strace {

    private static final List<String> NAMES = List.of("work.db", "work.db-wal", "work.db-journal");
    private static final String CALLS =
            "openat,creat,write,pwrite64,pwritev,ftruncate,fallocate,fsync,fdatasync,unlink,rename";

    /** What a worker said, and where its calls stand. */
    record Run(Path log, List<String> said, int exit) {}

    private Strace() {}

    /** Every call with all that was written. */
    static Run record(Path folder, List<String> work) {
        return run(folder, List.of("-y", "-xx", "-s", "1048576"), work);
    }

    /** Lets calls fail, as strace's {@code inject} says. */
    static Run inject(Path folder, List<String> injections, List<String> work) {
        List<String> options = new ArrayList<>(List.of("-y", "-s", "0"));
        injections.forEach(each -> options.addAll(List.of("-e", "inject=" + each)));
        return run(folder, options, work);
    }

    private static Run run(Path folder, List<String> options, List<String> work) {
        Path told = folder.resolveSibling(folder.getFileName() + ".told");
        Path log = folder.resolveSibling(folder.getFileName() + ".strace");
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", log.toString()));
        command.addAll(List.of("-e", "trace=" + CALLS, "-e", "signal=none"));
        for (String name : NAMES)
            command.addAll(List.of("-P", folder.resolve(name).toString()));
        command.addAll(List.of("-P", folder.toString(), "-P", told.toString()));
        command.addAll(options);
        command.addAll(worker(folder.getParent(), folder, work));
        int exit = exit(command, told);
        try {
            return new Run(log, Files.readAllLines(told), exit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The command of a worker without strace.
     *
     * @param scratch where the driver unpacks its library, outside of what is under test
     */
    static List<String> worker(Path scratch, Path folder, List<String> work) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.add("-Dorg.sqlite.tmpdir=" + scratch);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        command.add(folder.toString());
        command.addAll(work);
        return command;
    }

    static int exit(List<String> command, Path told) {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(told.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    command.getFirst() + " could not be started. ./test installs it as root; else ask an administrator"
                            + " for: apt-get install strace",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Calls that were made to fail. */
    static long injected(Run run) {
        try (Stream<String> lines = Files.lines(run.log(), java.nio.charset.StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("(INJECTED)")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
