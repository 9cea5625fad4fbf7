package steward.app.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys of the window itself; Ctrl, or Cmd on macOS. */
public final class Keys {
    public static final KeyCombination SWITCHER = shortcut(KeyCode.O);
    public static final KeyCombination PALETTE = shortcut(KeyCode.K);
    public static final KeyCombination PIN = shortcut(KeyCode.P);
    public static final KeyCombination SETTINGS = shortcut(KeyCode.COMMA);
    public static final KeyCombination UNDO = shortcut(KeyCode.Z);
    /** The one primary action of a step. */
    public static final KeyCombination SUBMIT = shortcut(KeyCode.ENTER);

    public static final KeyCombination REFRESH = new KeyCodeCombination(KeyCode.F5);
    public static final KeyCombination SEND_NOW = shifted(KeyCode.S);
    public static final KeyCombination WORK_OFFLINE = shifted(KeyCode.O);
    public static final KeyCombination CHANGE_ACCOUNT = shifted(KeyCode.A);

    private Keys() {}

    public static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    static KeyCombination shifted(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    /** As on a key cap: "Ctrl Shift A". Null is written as nothing. */
    public static String text(KeyCombination combination) {
        return combination == null
                ? ""
                : combination.getDisplayText().replace('+', ' ').strip();
    }
}
