package steward.app.control;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import org.kordamp.ikonli.Ikon;

/**
 * Buttons of the design; at most one {@link #primary} a screen. An icon may be null. Ids are set by the caller:
 * {@code <feature>-<element>}.
 */
public final class Buttons {
    private Buttons() {}

    public static Button primary(String text, Ikon icon, Runnable run) {
        return button(text, icon, run, "accent");
    }

    public static Button normal(String text, Ikon icon, Runnable run) {
        return button(text, icon, run);
    }

    public static Button flat(String text, Ikon icon, Runnable run) {
        return button(text, icon, run, "flat");
    }

    /** Danger-coloured words, for what opens a question. */
    public static Button danger(String text, Ikon icon, Runnable run) {
        return button(text, icon, run, "destructive");
    }

    /** Filled red: only the last button of a dialog. */
    public static Button dangerFilled(String text, Ikon icon, Runnable run) {
        return button(text, icon, run, "danger");
    }

    /** Words in the accent colour, 12 medium. */
    public static Hyperlink link(String text, Runnable run) {
        var link = new Hyperlink(text);
        link.getStyleClass().add("link");
        link.setOnAction(event -> run.run());
        return link;
    }

    public static Button of(Action action) {
        return normal(action.text(), action.icon(), action.run());
    }

    /** 28 high, for bars and panels. */
    public static Button inBar(Button button) {
        button.getStyleClass().add("in-bar");
        return button;
    }

    /** 24 high, for table rows. */
    public static Button inRow(Button button) {
        button.getStyleClass().add("in-row");
        return button;
    }

    private static Button button(String text, Ikon icon, Runnable run, String... styleClasses) {
        var button = new Button(text);
        button.getStyleClass().addAll(styleClasses);
        button.setMnemonicParsing(false);
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        if (icon != null) {
            button.setGraphic(Icons.of(icon));
        }
        button.setOnAction(event -> run.run());
        return button;
    }
}
