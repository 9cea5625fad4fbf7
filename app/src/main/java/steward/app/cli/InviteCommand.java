package steward.app.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import steward.app.i18n.Messages;
import steward.app.settings.Policy;
import steward.app.signin.Demo;
import steward.sync.Engine;
import steward.sync.EngineOptions;
import steward.sync.FolderInUseException;
import steward.sync.GivenToken;
import steward.sync.LaterStart;
import steward.sync.Network;
import steward.sync.ServerAddress;
import steward.sync.SingleInstance;
import steward.sync.SingleInstance.Reply;

/** {@code steward invite}: the people of a file, without a window. */
@Command(
        name = InviteCommand.NAME,
        description = "Invite the people of a file to an organization.",
        exitCodeOnInvalidInput = InviteResult.WRONG_USAGE,
        sortOptions = false,
        footerHeading = "%n",
        footer = {
            "Without --send and --dry-run the rows are checked and kept as a draft, which the app shows; nothing "
                    + "leaves this computer. --send puts what is ready into the outbox and follows it until every row "
                    + "has its answer, or the server is away; the rest stays in the outbox and is sent by the app, or "
                    + "by the next --send. Run again, the same file invites nobody twice.",
            "",
            "It works in the running app if there is one on the data folder. It acts as the account used last there; "
                    + "a personal access token may be given in the variable STEWARD_TOKEN, which is - to read it from "
                    + "standard input. With no account yet and no --server it is the Owner of this computer's demo.",
            "",
            "Exit codes: 0 all done; 2 some rows need a person; 3 the file cannot be read; 4 not reachable, not signed "
                    + "in or not finished; 64 wrong usage; 1 a fault of the program."
        })
public final class InviteCommand implements Callable<Integer> {
    public static final String NAME = "invite";

    private static final String JSON = "--json";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Place place;

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "A table of people: CSV and the like, or .xlsx.")
    Path file;

    @Option(
            names = "--org",
            paramLabel = "SLUG",
            required = true,
            description = "The organization, as its address names it.")
    String org;

    @Option(names = "--account", paramLabel = "EMAIL", description = "As whom; without, the account used last.")
    String account;

    @Option(names = "--dry-run", description = "Only check: keep nothing and send nothing, whatever else is said.")
    boolean dryRun;

    @Option(names = "--send", description = "Send the invitations.")
    boolean send;

    @Option(names = "--wait", description = "With --send: wait for every answer, also while the server is away.")
    boolean waits;

    @Option(names = "--timeout", paramLabel = "S", description = "With --wait: seconds to wait at most.")
    Long timeout;

    @Option(
            names = "--report",
            paramLabel = "OUT.csv",
            description = "Write what became of every row to a new file; read again, only what is left is done.")
    Path report;

    @Option(names = JSON, description = "Print one object on one line, whatever happens.")
    boolean json;

    /** What the start of the program provides. */
    public interface Place {
        /** Makes the data folder and starts its log. */
        Path folder() throws IOException;

        /** The server that was named, or null. */
        URI server();

        boolean demo();

        Network network();

        /** What is fixed on this computer. */
        Policy policy();

        /** Works with the demo of this computer; it ends with the work. */
        <T> T inDemo(Function<Demo, T> work);
    }

    public InviteCommand(Place place) {
        this.place = place;
    }

    /** Whether these arguments mean this command, as far as they can be read. */
    public static boolean isMeant(String... arguments) {
        return List.of(arguments).contains(NAME);
    }

    /** Of arguments that are none; returns the exit code. */
    public static int misused(String[] arguments, String why) {
        return refused(arguments, InviteResult.failed(InviteResult.WRONG_USAGE, why));
    }

    /** Of what this computer does not allow; returns the exit code. */
    public static int forbidden(String[] arguments, String why) {
        return refused(arguments, InviteResult.failed(InviteResult.UNFINISHED, why));
    }

    /** Runs what these arguments mean; also what breaks outside of its own work has an answer. Returns the exit code. */
    public static int answering(String[] arguments, Callable<Integer> run) {
        return Attempt.orElse(run, result -> {
            System.err.println(result.error());
            return refused(arguments, result);
        });
    }

    private static int refused(String[] arguments, InviteResult result) {
        if (List.of(arguments).contains(JSON)) {
            print(result.line());
        }
        return result.exitCode();
    }

    @Override
    public Integer call() {
        InviteOrder order = order();
        InviteResult result = Attempt.of(() -> result(order), () -> Figures.NONE);
        if (json) {
            print(result.line());
        } else {
            Summary.of(result).forEach(InviteCommand::print);
            if (result.error() != null) {
                System.err.println(result.error());
            }
        }
        return result.exitCode();
    }

    /** As UTF-8, whatever the terminal says of itself: standard output is for programs, too. */
    private static void print(String line) {
        byte[] bytes = (line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    private InviteOrder order() {
        boolean sends = send || dryRun;
        require(sends || !waits, "--wait needs --send.");
        require(timeout == null || waits, "--timeout needs --wait.");
        require(timeout == null || timeout > 0, "--timeout needs a number of seconds above 0.");
        require(place.server() == null || isAddress(place.server()), "--server needs an https address.");
        Long seconds = timeout == null ? Long.valueOf(0) : timeout;
        return new InviteOrder(
                absolute(file),
                org,
                account,
                place.server() == null ? null : place.server().toString(),
                place.demo(),
                dryRun,
                send,
                waits ? seconds : null,
                report == null ? null : absolute(report));
    }

    private static boolean isAddress(URI server) {
        try {
            ServerAddress.checked(server);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }

    private Path folder() {
        try {
            return place.folder();
        } catch (IOException e) {
            throw new InviteException(InviteResult.OWN_FAULT, Messages.text("cli.folder.cannot", e.getMessage()));
        }
    }

    private InviteResult result(InviteOrder order) throws InterruptedException {
        Path folder = folder();
        Optional<String> token = GivenToken.of(System.getenv(), System.in);
        var start = new LaterStart(order.toArguments(), token.orElse(null));
        Instant last = Instant.now().plus(PATIENCE);
        while (true) {
            Optional<Reply> reply = SingleInstance.handOver(folder, start);
            if (reply.isPresent() && reply.get().exitCode() != LaterStarts.BUSY) {
                return InviteResult.ofReply(reply.get().output());
            }
            try {
                return place.inDemo(demo -> alone(folder, demo, order, token));
            } catch (FolderInUseException e) {
                if (Instant.now().isAfter(last)) {
                    throw new InviteException(InviteResult.UNFINISHED, Messages.text("cli.folder.inUse", folder));
                }
            }
            // another process is about to begin, to end, or to be done with something short: it does not tell when
            Thread.sleep(PAUSE);
        }
    }

    /** Nothing of the outbox leaves unless that was asked for, whoever put it there. */
    private InviteResult alone(Path folder, Demo demo, InviteOrder order, Optional<String> token) {
        boolean sends = order.send() && !order.dryRun();
        var later = new LaterStarts(() -> new Reply(InviteResult.OWN_FAULT, Messages.text("cli.folder.busy")));
        EngineOptions options = EngineOptions.of(folder).with(place.network()).onLaterStart(later::answer);
        try (Engine engine = Engine.open(sends ? options : options.withoutSending())) {
            var invite = new Invite(engine, demo, place.policy(), InstantSource.system());
            if (sends) {
                later.serve(invite);
            }
            InviteResult result = invite.run(order, token);
            later.finish();
            return result;
        }
    }
}
