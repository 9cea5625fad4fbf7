package steward.app.shell;

import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * Something the palette offers by name.
 *
 * @param id kebab-case, for tests
 * @param hint what it does beyond its name, may be empty
 * @param shortcut works while the tab that offers it is shown; or null
 */
public record Command(String id, String title, String hint, Ikon icon, KeyCombination shortcut, Runnable run) {
    public static Command of(String id, String title, Ikon icon, Runnable run) {
        return new Command(id, title, "", icon, null, run);
    }
}
