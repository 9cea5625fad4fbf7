package steward.app.dialog;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Tone;

/** One line of "What happens". */
public record Effect(Ikon icon, Tone tone, String text) {
    public static Effect of(Ikon icon, String text) {
        return new Effect(icon, Tone.MUTED, text);
    }

    /** What cannot be taken back. */
    public static Effect warning(String text) {
        return new Effect(Feather.ALERT_TRIANGLE, Tone.WARNING, text);
    }
}
