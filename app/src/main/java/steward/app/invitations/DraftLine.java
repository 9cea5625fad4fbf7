package steward.app.invitations;

import java.util.UUID;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.IconWord;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.app.intake.Counts;
import steward.store.Drafts.Draft;
import steward.store.Outbox;
import steward.sync.SendingState.Wait;

/**
 * A draft, with how far its sending is.
 *
 * @param sent null before it was staged
 * @param waitsFor what sending for the organization waits for
 */
record DraftLine(Draft draft, Outbox.Batch sent, Wait waitsFor) {

    UUID id() {
        return draft.id();
    }

    Counts counts() {
        return Counts.of(draft.settings());
    }

    IconWord state() {
        if (sent == null) {
            return new IconWord(Feather.EDIT_3, Tone.MUTED, Messages.text("invitations.drafts.open"));
        }
        if (sent.waiting() > 0) {
            return onItsWay();
        }
        if (sent.attention() > 0) {
            return new IconWord(Feather.ALERT_TRIANGLE, Tone.WARNING, words("refused", sent.attention()));
        }
        return sent.canceled() > 0
                ? new IconWord(Feather.SLASH, Tone.MUTED, words("canceled", sent.canceled()))
                : new IconWord(Feather.CHECK, Tone.SUCCESS, words("sent", 0));
    }

    private IconWord onItsWay() {
        return switch (waitsFor) {
            case SENDING -> new IconWord(Feather.SEND, Tone.ACCENT, words("sending", 0));
            case PAUSED_BY_PERSON -> new IconWord(Feather.PAUSE, Tone.WARNING, words("paused", 0));
            default -> new IconWord(Feather.CLOCK, Tone.ACCENT, words("waiting", 0));
        };
    }

    private String words(String key, int others) {
        int expected = sent.total() - sent.canceled();
        return Messages.text(
                "invitations.drafts." + key, sent.done() + sent.nothingToDo(), expected, others, sent.total());
    }
}
