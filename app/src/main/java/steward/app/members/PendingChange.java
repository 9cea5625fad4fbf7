package steward.app.members;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.IconWord;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.store.Operation;
import steward.store.OperationState;

/** What is on its way to the server about a person. */
enum PendingChange {
    NONE,
    NOT_SENT,
    SENDING,
    CHANGING_ROLE,
    REMOVING,
    RESENDING,
    CANCELING,
    /** The server refused or a colleague was first: a person has to decide, in the outbox. */
    ATTENTION;

    /** @param pending the newest open operation, or null */
    static PendingChange of(Operation pending) {
        if (pending == null) {
            return NONE;
        }
        if (pending.state() == OperationState.ATTENTION) {
            return ATTENTION;
        }
        return switch (pending.kind()) {
            case INVITE_PERSON -> pending.state() == OperationState.IN_FLIGHT ? SENDING : NOT_SENT;
            case CHANGE_ROLE -> CHANGING_ROLE;
            case REMOVE_MEMBER -> REMOVING;
            case RESEND_INVITATION -> RESENDING;
            case CANCEL_INVITATION -> CANCELING;
            default -> NONE;
        };
    }

    /** Whether the word stands in the place of the state: a changing role is seen in the role's own column. */
    boolean replacesState() {
        return this != NONE && this != CHANGING_ROLE;
    }

    IconWord shown() {
        Ikon icon = this == ATTENTION ? Feather.ALERT_TRIANGLE : Feather.UPLOAD_CLOUD;
        Tone tone = this == ATTENTION ? Tone.WARNING : Tone.ACCENT;
        return new IconWord(icon, tone, Messages.text("members.change." + name().toLowerCase(java.util.Locale.ROOT)));
    }
}
