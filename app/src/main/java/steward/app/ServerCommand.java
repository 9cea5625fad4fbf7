package steward.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code steward server}: the reference server alone; its first line on standard output is its address as JSON. */
@Command(
        name = ServerCommand.NAME,
        description = "Run the reference server alone, on this computer only.",
        versionProvider = Version.class)
final class ServerCommand implements Callable<Integer> {
    static final String NAME = "server";

    private final Options options;

    ServerCommand(Options options) {
        this.options = options;
    }

    @Override
    public Integer call() throws InterruptedException {
        return Wiring.serve(options);
    }
}
