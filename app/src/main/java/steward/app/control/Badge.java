package steward.app.control;

import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;

/** 20 high, for states worth a glance. {@link Tone#MUTED} is the outlined one of a role or plan. */
public final class Badge extends Label {
    public Badge(String text, Tone tone) {
        this(text, tone, null);
    }

    /** {@code icon} may be null. */
    public Badge(String text, Tone tone, Ikon icon) {
        super(text);
        getStyleClass().addAll("badge", tone.styleClass());
        setMinWidth(USE_PREF_SIZE);
        if (icon != null) {
            setGraphic(Icons.tiny(icon));
        }
    }
}
