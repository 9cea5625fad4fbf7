package steward.app.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/** 36 high under what it concerns: what happened, since when, what comes next, one action. */
public final class Banner extends HBox {
    private final Label title = Labels.styled("", "strong", "small-text");
    private final Label text = Labels.secondary("");
    private final HBox action = new HBox();

    public Banner(Tone tone, Ikon icon) {
        super(8);
        getStyleClass().addAll("banner", tone.styleClass());
        setAlignment(Pos.CENTER_LEFT);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        title.setMinWidth(USE_PREF_SIZE);
        Labels.explainWhenCut(text);
        action.setMinWidth(USE_PREF_SIZE);
        action.setAlignment(Pos.CENTER);
        getChildren().addAll(Icons.toned(icon, 14, tone), title, text, gap, action);
    }

    public Banner show(String what, String next) {
        title.setText(what);
        text.setText(next);
        return this;
    }

    public javafx.beans.property.StringProperty titleProperty() {
        return title.textProperty();
    }

    public javafx.beans.property.StringProperty textProperty() {
        return text.textProperty();
    }

    public Banner action(Node node) {
        action.getChildren().setAll(node);
        return this;
    }
}
