package steward.app.members;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import steward.api.InvitationState;
import steward.app.control.IconWord;
import steward.app.control.Tone;
import steward.app.i18n.Messages;

/** Where a person stands, as the table's state column words it. */
enum PersonState {
    ACCEPTED(Feather.CHECK, Tone.SUCCESS),
    PENDING(Feather.CLOCK, Tone.WARNING),
    CANCELED(Feather.SLASH, Tone.MUTED),
    EXPIRED(Feather.ALERT_CIRCLE, Tone.MUTED);

    private final Ikon icon;
    private final Tone tone;

    PersonState(Ikon icon, Tone tone) {
        this.icon = icon;
        this.tone = tone;
    }

    static PersonState of(InvitationState state) {
        return switch (state) {
            case PENDING -> PENDING;
            case ACCEPTED -> ACCEPTED;
            case CANCELED -> CANCELED;
            case EXPIRED -> EXPIRED;
        };
    }

    IconWord shown() {
        return new IconWord(icon, tone, Messages.text("members.state." + name().toLowerCase(java.util.Locale.ROOT)));
    }
}
