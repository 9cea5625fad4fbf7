package steward.app.shell;

import java.util.Optional;
import steward.api.Action;
import steward.api.Role;
import steward.app.i18n.Messages;
import steward.sync.Connection;

/** Why something cannot be done now, in the words shown beside or on hover of what is disabled. */
final class Refusals {
    private Refusals() {}

    static Optional<String> of(Action action, Role role, Connection.State connection, boolean onlineOnly) {
        if (!action.allowedTo(role)) {
            return Optional.of(Messages.text(role == Role.SUPPORT ? "shell.refusal.support" : missing(action)));
        }
        return onlineOnly ? offline(connection) : Optional.empty();
    }

    private static String missing(Action action) {
        if (action == Action.LEAVE) {
            return "shell.refusal.ownerLeaves";
        }
        if (action.allowedTo(Role.ADMIN)) {
            return "shell.refusal.ownerAndAdmins";
        }
        return action.allowedTo(Role.OWNER) ? "shell.refusal.ownerOnly" : "shell.refusal.nobody";
    }

    static Optional<String> offline(Connection.State connection) {
        return switch (connection) {
            case CONNECTED -> Optional.empty();
            case CONNECTING -> Optional.of(Messages.text("shell.refusal.connecting"));
            case UNREACHABLE -> Optional.of(Messages.text("shell.refusal.unreachable"));
            case OFFLINE_BY_CHOICE -> Optional.of(Messages.text("shell.refusal.offline"));
            case SIGNED_OUT -> Optional.of(Messages.text("shell.refusal.signedOut"));
        };
    }
}
