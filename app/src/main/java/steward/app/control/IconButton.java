package steward.app.control;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;

/** A square button with an icon alone; its name is its tooltip and what a screen reader says. */
public final class IconButton extends Button {
    public IconButton(Ikon icon, String name, Runnable run) {
        getStyleClass().add("icon-button");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(Icons.of(icon));
        setAccessibleText(name);
        setTooltip(new Tooltip(name));
        setOnAction(event -> run.run());
    }

    /** Without border and background until hovered. */
    public IconButton flat() {
        getStyleClass().add("flat");
        return this;
    }

    /** 28 instead of 32. */
    public IconButton inBar() {
        getStyleClass().add("in-bar");
        return this;
    }
}
