package steward.app.control;

import org.kordamp.ikonli.Ikon;

/** Something a user can do, named by what it does. {@code icon} may be null. */
public record Action(String text, Ikon icon, Runnable run) {
    public static Action of(String text, Runnable run) {
        return new Action(text, null, run);
    }
}
