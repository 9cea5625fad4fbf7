package steward.app.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import steward.api.Json;

/**
 * What {@code invite} was asked to do. Files are absolute: another program may carry it out.
 *
 * @param account e-mail address, or null for the account used last
 * @param server or null for that of the account
 * @param demo the demo of this computer is meant
 * @param waitSeconds how long to wait for answers, 0 for ever; null for no longer than sending goes on
 * @param report or null
 */
record InviteOrder(
        String file,
        String org,
        String account,
        String server,
        boolean demo,
        boolean dryRun,
        boolean send,
        Long waitSeconds,
        String report) {

    private static final String COMMAND = "invite";
    private static final long LONGEST_SECONDS = 1_000_000_000;

    Path path() {
        return Path.of(file);
    }

    Optional<URI> address() {
        return Optional.ofNullable(server).map(URI::create);
    }

    /** Whether an outage is waited out. */
    boolean waits() {
        return waitSeconds != null;
    }

    /** Empty for as long as it takes, and where nobody will see its end. */
    Optional<Duration> timeout() {
        return waitSeconds == null || waitSeconds == 0 || waitSeconds > LONGEST_SECONDS
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(waitSeconds));
    }

    List<String> toArguments() {
        return List.of(COMMAND, Json.mapper().writeValueAsString(this));
    }

    /** Empty when a later start wants something else. */
    static Optional<InviteOrder> of(List<String> arguments) {
        return arguments.size() == 2 && arguments.getFirst().equals(COMMAND)
                ? Optional.of(Json.mapper().readValue(arguments.getLast(), InviteOrder.class))
                : Optional.empty();
    }
}
