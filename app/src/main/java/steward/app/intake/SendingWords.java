package steward.app.intake;

import java.time.Instant;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.sync.SendingState;

/** What sending waits for, and until when, in one sentence. */
public final class SendingWords {
    private SendingWords() {}

    public static String of(SendingState sending, Instant now) {
        String key = "intake.wait." + sending.state().name();
        return sending.until() == null
                ? Messages.text(key, sending.inFlight())
                : Messages.text(
                        key + ".until",
                        sending.inFlight(),
                        Formats.current().clockSeconds(sending.until()),
                        Formats.current().ahead(sending.until(), now));
    }
}
