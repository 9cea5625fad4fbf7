package steward.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import steward.app.settings.Policy;

/** The command line's options; they stand before or after a subcommand. */
@Command(
        name = "steward",
        description = "Steward, a desktop client for the people who run organizations on a video-meeting platform.",
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Options implements Callable<Integer> {
    private final ToIntFunction<Options> window;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep everything in DIR instead of the user's data directory.",
            scope = ScopeType.INHERIT)
    Path data;

    @Option(
            names = "--demo",
            description = "Go straight into the demo; for the server: fill it with demo data; for invite: act in it.",
            scope = ScopeType.INHERIT)
    boolean demo;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Offer this server on the first screen; for invite: the server to work with.",
            scope = ScopeType.INHERIT)
    URI server;

    @Option(
            names = "--tour",
            paramLabel = "DIR",
            description = "Drive the app through its main job without a display; pictures and tour.json go to DIR.",
            scope = ScopeType.INHERIT)
    Path tour;

    @Option(
            names = "--tour-sitting",
            paramLabel = "FILE",
            hidden = true,
            description = "What a tour asks of the app it starts.")
    Path tourSitting;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "For the server: the port to listen on; any free one without.",
            scope = ScopeType.INHERIT)
    Integer port;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Tell what can be said here.",
            scope = ScopeType.INHERIT)
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Tell the version.",
            scope = ScopeType.INHERIT)
    boolean version;

    /** What is fixed on this computer; known before anything runs. */
    Policy policy;

    /** {@code window} opens it: what happens without a subcommand. */
    Options(ToIntFunction<Options> window) {
        this.window = window;
    }

    @Override
    public Integer call() {
        return window.applyAsInt(this);
    }

    DataFolder dataFolder() {
        return data == null
                ? DataFolder.ofThisComputer()
                : new DataFolder(data.toAbsolutePath().normalize());
    }
}
