package steward.app.notice;

import steward.app.control.Action;
import steward.app.control.Tone;

/**
 * What happened, in one line, and what can be done about it; {@code action} may be null. A notice with
 * {@link Tone#DANGER} or {@link Tone#WARNING} stays until it is closed, others leave by themselves.
 */
public record Notice(Tone tone, String title, String text, Action action) {
    public static Notice done(String title, String text) {
        return new Notice(Tone.SUCCESS, title, text, null);
    }

    public static Notice info(String title, String text) {
        return new Notice(Tone.ACCENT, title, text, null);
    }

    public static Notice problem(String title, String text, Action action) {
        return new Notice(Tone.DANGER, title, text, action);
    }

    public Notice with(Action what) {
        return new Notice(tone, title, text, what);
    }
}
