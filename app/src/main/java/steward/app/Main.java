package steward.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import steward.app.cli.InviteCommand;
import steward.app.settings.PolicyException;
import steward.app.settings.PolicyFile;
import steward.app.tour.Tour;
import steward.sync.LaterStart;
import steward.sync.SingleInstance;

/**
 * The program's start. Without a subcommand the window opens; a subcommand is a class of its own, added in
 * {@link #commandLine} ({@code steward.app.cli} holds those that drive the engine). Standard output holds a command's
 * result only.
 */
public final class Main {
    private static final int CANNOT = 1;
    private static final Set<String> NO_WINDOW = Set.of(
            InviteCommand.NAME, ServerCommand.NAME, DoctorCommand.NAME, "--tour", "-h", "--help", "-V", "--version");

    /** Set by the launchers of the packages. */
    private static final String INSTALLED = "jpackage.app-version";

    private Main() {}

    public static void main(String[] arguments) {
        // read once, when Java first looks for a proxy: the desktop's settings count
        System.setProperty("java.net.useSystemProxies", "true");
        if (meansWindow(arguments) && missingDisplay().isEmpty()) {
            StewardApplication.begin();
        }
        System.exit(run(PolicyFile.ofThisComputer(), arguments));
    }

    /** Whether these words surely open the window; where they may not, the toolkit begins when it is asked for. */
    static boolean meansWindow(String... arguments) {
        return Stream.of(arguments)
                .noneMatch(word -> NO_WINDOW.contains(word) || word.startsWith("--tour=") || word.startsWith("@"));
    }

    /** @param policy what is fixed on this computer: nothing a person could name */
    static int run(PolicyFile policy, String... arguments) {
        if (meansWindow(arguments)) {
            // describing the other commands would take a tenth of the window's start
            CommandLine line = withoutCommands(policy, options(arguments));
            // those who know all words say best which of these is wrong
            line.setParameterExceptionHandler(
                    (problem, words) -> commandLine(policy, words).execute(words));
            return line.execute(arguments);
        }
        return commandLine(policy, arguments).execute(arguments);
    }

    private static Options options(String... arguments) {
        return new Options(given -> given.tour == null ? window(given, List.of(arguments)) : tour(given));
    }

    private static CommandLine commandLine(PolicyFile policy, String... arguments) {
        Options options = options(arguments);
        CommandLine line = withoutCommands(policy, options);
        line.addSubcommand(ServerCommand.NAME, new ServerCommand(options));
        line.addSubcommand(new InviteCommand(new InvitePlace(options)));
        CommandLine.IParameterExceptionHandler usual = line.getParameterExceptionHandler();
        line.setParameterExceptionHandler((problem, words) -> {
            int exitCode = usual.handleParseException(problem, words);
            return InviteCommand.isMeant(words) ? InviteCommand.misused(words, problem.getMessage()) : exitCode;
        });
        line.addSubcommand(DoctorCommand.NAME, new DoctorCommand(options, policy));
        return line;
    }

    private static CommandLine withoutCommands(PolicyFile policy, Options options) {
        var line = new CommandLine(options);
        line.setExecutionStrategy(parsed -> {
            String[] words = parsed.originalArgs().toArray(String[]::new);
            return InviteCommand.isMeant(words)
                    ? InviteCommand.answering(words, () -> execute(parsed, options, policy))
                    : execute(parsed, options, policy);
        });
        return line;
    }

    /** Nothing runs against the policy, and nothing but help and doctor without knowing it. */
    private static int execute(CommandLine.ParseResult parsed, Options options, PolicyFile policy) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        if (parsed.hasSubcommand() && parsed.subcommand().commandSpec().userObject() instanceof DoctorCommand) {
            // says what is wrong with the policy, and starts nothing
            return new CommandLine.RunLast().execute(parsed);
        }
        Optional<Refusal> refusal;
        try {
            options.policy = policy.read();
            refusal = Refusal.of(options, options.policy);
        } catch (PolicyException e) {
            refusal = Optional.of(Refusal.of(e));
        }
        boolean window = !parsed.hasSubcommand() && options.tour == null;
        String[] words = parsed.originalArgs().toArray(String[]::new);
        if (refusal.isPresent() && InviteCommand.isMeant(words)) {
            System.err.println(refusal.get().text());
            return InviteCommand.forbidden(words, refusal.get().text());
        }
        return refusal.isEmpty() ? new CommandLine.RunLast().execute(parsed) : refuse(options, refusal.get(), window);
    }

    private static int refuse(Options options, Refusal why, boolean window) {
        System.err.println(why.text());
        return window && missingDisplay().isEmpty() ? new Wiring(options, options.dataFolder()).refuse(why) : CANNOT;
    }

    private static int window(Options options, List<String> arguments) {
        Optional<String> missing = missingDisplay();
        if (missing.isPresent()) {
            System.err.println(missing.get());
            return CANNOT;
        }
        DataFolder folder = options.dataFolder();
        try {
            folder.prepare();
            Logging.start(folder.logs());
        } catch (IOException e) {
            return refuse(options, Refusal.noFolder(folder.root()), true);
        }
        // A running instance answers at once; without one this returns at once as well.
        return SingleInstance.handOver(folder.root(), LaterStart.of(arguments))
                .map(Main::told)
                .orElseGet(() -> new Wiring(options, folder).run());
    }

    private static int told(SingleInstance.Reply reply) {
        if (!reply.output().isBlank()) {
            System.err.println(reply.output());
        }
        return reply.exitCode();
    }

    private static int tour(Options options) {
        return new Tour(options.tour, Main.class.getName(), Wiring::tourServer).run();
    }

    private static Optional<String> missingDisplay() {
        return missingDisplay(
                System.getProperty("os.name"),
                System.getenv(),
                System.getProperty("glass.platform", ""),
                System.getProperty(INSTALLED) == null ? "./run" : "steward-cli");
    }

    /** Why no window can be opened here, in a sentence; empty when one can. */
    static Optional<String> missingDisplay(
            String system, Map<String, String> environment, String glassPlatform, String command) {
        boolean linux = system.toLowerCase(Locale.ROOT).startsWith("linux");
        boolean headless = glassPlatform.equalsIgnoreCase("Headless");
        String display = environment.getOrDefault("DISPLAY", "");
        return linux && !headless && display.isBlank()
                ? Optional.of("Steward needs a display to open its window, and there is none here. "
                        + "To see it work without one, run: " + command + " --tour DIR")
                : Optional.empty();
    }

    /** The folder a subcommand's server keeps its data in. */
    static Path serverFolder(Options options) {
        return options.data == null ? options.dataFolder().root().resolve("server") : options.data;
    }
}
