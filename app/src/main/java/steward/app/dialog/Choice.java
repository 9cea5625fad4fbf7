package steward.app.dialog;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/**
 * A button of a dialog, named by its action. Its node id is {@code dialog-<id>}.
 *
 * @param words in the place of {@code text} when what it does depends on what is chosen in the dialog; or null
 */
public record Choice(
        String id,
        String text,
        Kind kind,
        Runnable action,
        ObservableBooleanValue blocked,
        ObservableValue<String> words) {
    public Choice(String id, String text, Kind kind, Runnable action, ObservableBooleanValue blocked) {
        this(id, text, kind, action, blocked, null);
    }

    /** What the button looks like and whether it may have the focus. */
    public enum Kind {
        /** Leaves all as it is: Esc does the same; has the focus beside a destructive one. */
        CANCEL,
        NORMAL,
        /** Filled. */
        PRIMARY,
        /** Filled red, never focused by itself. */
        DESTRUCTIVE
    }

    private static final ObservableBooleanValue NEVER = Bindings.createBooleanBinding(() -> false);

    public static Choice cancel(String text) {
        return new Choice("cancel", text, Kind.CANCEL, () -> {}, NEVER);
    }

    public static Choice normal(String id, String text, Runnable action) {
        return new Choice(id, text, Kind.NORMAL, action, NEVER);
    }

    public static Choice primary(String id, String text, Runnable action) {
        return new Choice(id, text, Kind.PRIMARY, action, NEVER);
    }

    public static Choice destructive(String id, String text, Runnable action) {
        return new Choice(id, text, Kind.DESTRUCTIVE, action, NEVER);
    }

    /** Disabled while {@code condition} holds. */
    public Choice blockedWhile(ObservableBooleanValue condition) {
        return new Choice(id, text, kind, action, condition, words);
    }

    /** Says what it does as it is now chosen. */
    public Choice worded(ObservableValue<String> wording) {
        return new Choice(id, text, kind, action, blocked, wording);
    }
}
