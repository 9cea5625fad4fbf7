package steward.app.control;

import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** Shows a row's text, and the whole of it as tooltip when it is cut off. Resets itself when empty. */
final class RowCell<T> extends TableCell<T, T> {
    private final Function<? super T, String> text;
    private final BiConsumer<RowCell<T>, T> draw;
    private Function<? super T, String> hover = row -> null;
    /** Made once: a tooltip is a window, and rows are shown anew all the time. */
    private Tooltip tooltip;

    RowCell(Function<? super T, String> text, BiConsumer<RowCell<T>, T> draw, String... styleClasses) {
        this.text = text;
        this.draw = draw;
        getStyleClass().addAll(styleClasses);
        textTruncatedProperty().subscribe(this::explain);
    }

    @Override
    protected void updateItem(T row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
        } else {
            setText(text.apply(row));
            draw.accept(this, row);
            explain(isTextTruncated());
        }
    }

    private void explain(boolean truncated) {
        String words = isEmpty() || getItem() == null ? null : hover.apply(getItem());
        if (words == null && truncated) {
            words = getText();
        }
        setTooltip(words == null ? null : saying(words));
    }

    private Tooltip saying(String words) {
        if (tooltip == null) {
            tooltip = new Tooltip();
        }
        tooltip.setText(words);
        return tooltip;
    }

    /** Words on hover, whether or not the text is cut off; the function may answer null. */
    RowCell<T> hover(Function<? super T, String> words) {
        hover = words;
        return this;
    }
}
