package steward.app.shell;

import java.time.Instant;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.sync.Connection;

/** How it stands with the server, in words: the status bar's line. */
public final class ConnectionWords {
    private ConnectionWords() {}

    /** "Not reached for 20 min, next try in 14 s". */
    static String line(Connection connection, Instant now) {
        return switch (connection.state()) {
            case CONNECTED -> Messages.text("shell.connection.connected");
            case CONNECTING -> Messages.text("shell.connection.connecting");
            case OFFLINE_BY_CHOICE -> Messages.text("shell.connection.offline");
            case SIGNED_OUT -> Messages.text("shell.connection.signedOut");
            case UNREACHABLE ->
                Messages.text(
                        "shell.connection.unreachable",
                        Formats.current().duration(java.time.Duration.between(connection.since(), now)));
        };
    }

    /** Why the server is not reached and what can be done; empty where the line says it all. */
    static String reason(Connection connection) {
        return connection.reason() == null ? "" : FailureWords.of(connection.reason());
    }

    static Tone tone(Connection.State state) {
        return switch (state) {
            case CONNECTED -> Tone.SUCCESS;
            case CONNECTING, OFFLINE_BY_CHOICE -> Tone.NEUTRAL;
            case UNREACHABLE -> Tone.WARNING;
            case SIGNED_OUT -> Tone.DANGER;
        };
    }
}
