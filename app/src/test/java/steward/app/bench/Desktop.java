package steward.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A screen nobody sees, with a session bus and an open keychain, as on a desktop; closing ends all three. */
final class Desktop implements AutoCloseable {
    /** The toolkit's own drawing. */
    static final String SOFTWARE = "-Dprism.order=sw";

    private final Path home;
    private final Deque<Process> running = new ArrayDeque<>();
    private final Map<String, String> environment;

    private Desktop(Path home) throws IOException {
        this.home = home;
        String display =
                ":" + firstLine(List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24"), Map.of(), "");
        String bus = firstLine(List.of("dbus-daemon", "--session", "--nofork", "--print-address=1"), Map.of(), "");
        environment = Map.of(
                "DISPLAY",
                display,
                "DBUS_SESSION_BUS_ADDRESS",
                bus,
                "HOME",
                home.toString(),
                "LANG",
                "C.UTF-8",
                // no graphics card here: an emulated one would be measured along
                "STEWARD_JAVA_OPTIONS",
                SOFTWARE);
        firstLine(
                List.of("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"),
                environment,
                "the password of a keychain that lives as long as a bench");
    }

    static Desktop open(Path home) throws IOException {
        return new Desktop(home);
    }

    /** Starts a program as somebody at this desktop would; its standard output can be read. */
    Process start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectError(home.resolve("stderr.txt").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Starts what runs as long as the desktop does; what it says once it is ready. */
    private String firstLine(List<String> command, Map<String, String> with, String input) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(with);
        Process process = builder.start();
        running.push(process);
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null) throw new IOException(command.getFirst() + " ended without a word");
        return line;
    }

    @Override
    public void close() {
        running.forEach(each -> each.destroyForcibly().onExit().join());
    }
}
