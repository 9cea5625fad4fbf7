package steward.server;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import steward.api.Json;
import steward.server.demo.Demo;

/** The server alone: {@code [--port N] [--data DIR] [--demo]}. Standard output holds one line, its address. */
public final class Main {
    /** Held here, for a logger nobody holds forgets its level. */
    private static final List<Logger> TALKATIVE = Stream.of("org.eclipse.jetty", "org.flywaydb", "io.javalin")
            .map(Logger::getLogger)
            .toList();

    private static final Logger JAVALIN = Logger.getLogger(io.javalin.Javalin.class.getName());
    private static final int CANNOT = 1;
    private static final int MISUSED = 2;

    /** What was asked for. */
    record Arguments(int port, Path folder, boolean demo) {}

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        System.exit(run(args));
    }

    /** Serves until the process is ended; an exit code when that cannot be, after a sentence that says why. */
    public static int run(String... args) throws InterruptedException {
        Arguments wanted;
        try {
            wanted = parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("usage: server [--port N] [--data DIR] [--demo]");
            return MISUSED;
        }
        quiet();
        ServerOptions options = ServerOptions.of(wanted.port(), wanted.folder());
        try {
            Map<String, String> line = wanted.demo() ? demo(options) : bare(options);
            System.out.println(Json.mapper().writeValueAsString(line));
            System.out.flush();
        } catch (StartException e) {
            System.err.println(e.getMessage());
            return CANNOT;
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private static Map<String, String> bare(ServerOptions options) {
        Server server = Server.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "server-stop"));
        return line(server, null);
    }

    private static Map<String, String> demo(ServerOptions options) {
        Demo demo = Demo.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "server-stop"));
        return line(demo.server(), demo.accounts().toAbsolutePath().toString());
    }

    /** @param accounts or null without a demo */
    private static Map<String, String> line(Server server, String accounts) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("url", server.url());
        line.put("accounts", accounts);
        return line;
    }

    static Arguments parse(String[] args) {
        Deque<String> left = new ArrayDeque<>(Arrays.asList(args));
        int port = 0;
        Path folder = Path.of("steward-server");
        boolean demo = false;
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--port" -> port = port(value(option, left));
                case "--data" -> folder = Path.of(value(option, left));
                case "--demo" -> demo = true;
                default -> throw new IllegalArgumentException("Unknown option " + option + ".");
            }
        }
        return new Arguments(port, folder, demo);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) throw new IllegalArgumentException("The option " + option + " needs a value.");
        return left.pop();
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException("The port " + text + " is no number from 0 to 65535.");
        }
        return Integer.parseInt(text);
    }

    /** The libraries tell much at the start; what goes wrong is still told. */
    private static void quiet() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
        // A taken port is told in a sentence of our own.
        JAVALIN.setFilter(told -> !told.getMessage().startsWith("Failed to start"));
    }
}
