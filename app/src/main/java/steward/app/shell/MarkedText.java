package steward.app.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import steward.app.i18n.Folded;

/** One line with parts of it in the accent color; what does not fit ends in an ellipsis. */
final class MarkedText extends HBox {
    private final String[] styles;

    MarkedText(String... styles) {
        this.styles = styles;
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
    }

    void show(String text, List<Folded.Span> marked) {
        getChildren().clear();
        setAccessibleText(text);
        int at = 0;
        for (Folded.Span span : marked) {
            add(text.substring(at, span.from()), false);
            add(text.substring(span.from(), span.to()), true);
            at = span.to();
        }
        add(text.substring(at), false);
    }

    private void add(String part, boolean marked) {
        if (part.isEmpty()) {
            return;
        }
        var label = new Label(part);
        label.getStyleClass().addAll(styles);
        if (marked) {
            label.getStyleClass().add("found");
        }
        getChildren().add(label);
    }
}
