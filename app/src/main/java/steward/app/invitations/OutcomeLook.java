package steward.app.invitations;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.IconWord;
import steward.app.control.Tone;
import steward.app.intake.ReasonWords;
import steward.app.intake.SendRow;
import steward.app.intake.SendState;
import steward.people.CheckedRow;
import steward.people.Outcome;

/** Icon and tone of what became of a row, before the sending and after. */
final class OutcomeLook {
    private OutcomeLook() {}

    static IconWord of(CheckedRow row) {
        return new IconWord(icon(row.outcome()), tone(row.outcome()), ReasonWords.of(row));
    }

    static IconWord of(SendRow row) {
        return new IconWord(icon(row.state()), tone(row.state()), row.words());
    }

    static Ikon icon(Outcome outcome) {
        return switch (outcome) {
            case READY -> Feather.CHECK;
            case ALREADY_MEMBER -> Feather.USER_CHECK;
            case ALREADY_INVITED -> Feather.CLOCK;
            case REPEATED -> Feather.COPY;
            case SKIPPED -> Feather.SKIP_FORWARD;
            case ATTENTION -> Feather.ALERT_TRIANGLE;
            case NOT_ALLOWED -> Feather.LOCK;
        };
    }

    static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case READY -> Tone.SUCCESS;
            case ATTENTION, NOT_ALLOWED -> Tone.WARNING;
            default -> Tone.MUTED;
        };
    }

    private static Ikon icon(SendState state) {
        return switch (state) {
            case INVITED -> Feather.CHECK;
            case NOTHING_TO_DO -> Feather.MINUS_CIRCLE;
            case ATTENTION -> Feather.ALERT_TRIANGLE;
            case IN_FLIGHT -> Feather.ARROW_UP_RIGHT;
            case WAITING -> Feather.CLOCK;
            case CANCELED -> Feather.SLASH;
        };
    }

    static Tone tone(SendState state) {
        return switch (state) {
            case INVITED -> Tone.SUCCESS;
            case NOTHING_TO_DO -> Tone.NEUTRAL;
            case ATTENTION -> Tone.WARNING;
            case IN_FLIGHT -> Tone.ACCENT;
            case WAITING, CANCELED -> Tone.MUTED;
        };
    }
}
