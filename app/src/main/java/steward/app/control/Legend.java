package steward.app.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Marks with words, for bars and charts. */
public final class Legend {
    private Legend() {}

    public static Region dot(Tone tone) {
        var dot = new Region();
        dot.getStyleClass().addAll("legend-dot", tone.styleClass());
        return dot;
    }

    /** {@code figure} may be empty. */
    public static HBox entry(Node mark, String name, String figure) {
        var entry = new HBox(6, mark, Labels.secondary(name));
        entry.setAlignment(Pos.CENTER_LEFT);
        entry.setMinWidth(Region.USE_PREF_SIZE);
        if (!figure.isEmpty()) {
            entry.getChildren().add(Labels.styled(figure, "strong", "small-text"));
        }
        return entry;
    }
}
