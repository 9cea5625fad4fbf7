package steward.app.invitations;

import java.util.EnumSet;
import java.util.Set;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import steward.api.BatchOutcome;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.people.Report;
import steward.store.Operation;

/** What became of an invitation on its way, in the order of the progress bar. */
enum SendState {
    INVITED(Feather.CHECK, Tone.SUCCESS, Report.State.SENT),
    NOTHING_TO_DO(Feather.MINUS_CIRCLE, Tone.NEUTRAL, Report.State.NOTHING_TO_DO),
    ATTENTION(Feather.ALERT_TRIANGLE, Tone.WARNING, Report.State.REFUSED),
    IN_FLIGHT(Feather.ARROW_UP_RIGHT, Tone.ACCENT, Report.State.WAITING),
    WAITING(Feather.CLOCK, Tone.MUTED, Report.State.WAITING),
    CANCELED(Feather.SLASH, Tone.MUTED, Report.State.CANCELED);

    private static final Set<BatchOutcome> NOTHING =
            EnumSet.of(BatchOutcome.ALREADY_INVITED, BatchOutcome.ALREADY_MEMBER, BatchOutcome.ALREADY_CANCELED);

    private final Ikon icon;
    private final Tone tone;
    private final Report.State reported;

    SendState(Ikon icon, Tone tone, Report.State reported) {
        this.icon = icon;
        this.tone = tone;
        this.reported = reported;
    }

    static SendState of(Operation operation) {
        return switch (operation.state()) {
            case HELD, QUEUED -> WAITING;
            case IN_FLIGHT -> IN_FLIGHT;
            case ATTENTION -> ATTENTION;
            case CANCELED -> CANCELED;
            case DONE -> operation.outcome() != null && NOTHING.contains(operation.outcome()) ? NOTHING_TO_DO : INVITED;
        };
    }

    Ikon icon() {
        return icon;
    }

    Tone tone() {
        return tone;
    }

    Report.State reported() {
        return reported;
    }

    String word() {
        return Messages.text("invitations.sent." + name());
    }
}
