package steward.sync.crash;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A Java program of its own that is told and tells by lines. Thread-safe. */
final class Child {

    /** Told once, when it has ended. */
    static final String ENDED = "";

    private static final List<String> FLAGS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Duser.timezone=UTC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final String LOGGING = URI.create(
                    Child.class.getResource("/logging.properties").toString())
            .getPath();

    private final Process process;
    private final BufferedWriter in;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final long startedAt = System.nanoTime();

    /** @param errors where its standard error is appended */
    Child(Class<?> program, List<String> arguments, Path errors) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-Djava.util.logging.config.file=" + LOGGING);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .directory(new File("").getAbsoluteFile())
                .start();
        in = process.outputWriter();
        Thread.ofVirtual().start(this::read);
    }

    /** The next line, {@link #ENDED} at the end; null when none came in time. */
    String next(long millis) throws InterruptedException {
        return lines.poll(millis, TimeUnit.MILLISECONDS);
    }

    /** Nothing happens when it is gone. */
    synchronized void say(String line) {
        try {
            in.write(line + "\n");
            in.flush();
        } catch (IOException gone) {
            // it was killed meanwhile
        }
    }

    long startedAt() {
        return startedAt;
    }

    /** SIGKILL; returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** @return its exit code */
    int await() throws InterruptedException {
        if (process.waitFor(30, TimeUnit.SECONDS)) return process.exitValue();
        kill();
        return -1;
    }

    private void read() {
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) lines.add(line);
        } catch (IOException killed) {
            // as at the end of the stream
        } finally {
            lines.add(ENDED);
        }
    }
}
