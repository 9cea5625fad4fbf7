package steward.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of this class path in a process of its own; closing ends it. */
final class Jvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Jvm(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** @param options beside those every program of ours is started with */
    static Jvm start(List<String> options, Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (Object each : arguments) command.add(each.toString());
        return new Jvm(command);
    }

    /** @param heap as of {@code -Xmx} */
    static double measure(String heap, Class<?> main, Object... arguments) throws IOException, InterruptedException {
        return measure(List.of("-Xmx" + heap), main, arguments);
    }

    /** Runs a program to its end; the number it printed. */
    static double measure(List<String> options, Class<?> main, Object... arguments)
            throws IOException, InterruptedException {
        try (Jvm jvm = start(options, main, arguments)) {
            String printed = jvm.line();
            int exit = jvm.process.waitFor();
            if (exit != 0) throw new IOException(main.getSimpleName() + " ended with " + exit);
            return Double.parseDouble(printed);
        }
    }

    /** The next line it prints. */
    String line() throws IOException {
        String line = output.readLine();
        if (line == null) throw new IOException("the program ended without a word");
        return line;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
