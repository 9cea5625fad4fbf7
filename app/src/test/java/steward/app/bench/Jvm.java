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

    /** @param heap as of {@code -Xmx} */
    static Jvm start(String heap, Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object each : arguments) command.add(each.toString());
        return new Jvm(command);
    }

    /** Runs a program to its end; the number it printed. */
    static double measure(String heap, Class<?> main, Object... arguments) throws IOException, InterruptedException {
        try (Jvm jvm = start(heap, main, arguments)) {
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
