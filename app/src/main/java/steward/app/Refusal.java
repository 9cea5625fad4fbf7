package steward.app;

import java.nio.file.Path;
import java.util.Optional;
import steward.app.i18n.Messages;
import steward.app.settings.Policy;
import steward.app.settings.PolicyException;
import steward.sync.ServerAddress;

/** Why the program does not start, for a person: in a window, and on standard error for who has none. */
record Refusal(String heading, String text) {

    /** A newer program wrote the data; nothing was touched. */
    static Refusal newer(Path file) {
        return new Refusal(Messages.text("shell.newer.heading"), Messages.text("shell.newer.text", file.toString()));
    }

    static Refusal noFolder(Path folder) {
        return new Refusal(
                Messages.text("shell.noFolder.heading"), Messages.text("shell.noFolder.text", folder.toString()));
    }

    static Refusal of(PolicyException unusable) {
        return new Refusal(Messages.text("settings.policy.heading"), unusable.words());
    }

    /** What was asked for on the command line against the policy. */
    static Optional<Refusal> of(Options options, Policy policy) {
        if (!policy.demo() && (options.demo || options.tour != null)) {
            return Optional.of(forbidden(Messages.text("settings.policy.noDemo")));
        }
        if (options.server == null || isAllowed(options, policy)) {
            return Optional.empty();
        }
        String asked = options.server.toString();
        return Optional.of(forbidden(
                policy.server() == null
                        ? Messages.text("settings.policy.noServer", asked)
                        : Messages.text(
                                "settings.policy.otherServer", policy.server().toString(), asked)));
    }

    private static Refusal forbidden(String text) {
        return new Refusal(Messages.text("settings.policy.forbidden"), text);
    }

    private static boolean isAllowed(Options options, Policy policy) {
        try {
            return policy.reach().allows(ServerAddress.checked(options.server));
        } catch (IllegalArgumentException e) {
            // no address at all: for the first screen to say, unless only one is allowed
            return policy.server() == null;
        }
    }
}
