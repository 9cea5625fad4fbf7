package steward.app.control;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * A column whose value is the whole row, so that a fresh copy of the row redraws every cell. {@code text} is what is
 * copied, exported and, unless the cell draws something else, shown.
 */
public final class DataColumn<T> extends TableColumn<T, T> {
    private static final String FAMILY = "Inter";
    private static final double FONT_SIZE = 13;
    private static final double PADDING = 28;

    private final Function<? super T, String> text;

    DataColumn(String id, String title, Function<? super T, String> text) {
        super(title);
        this.text = text;
        setId(id);
        setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        setComparator(Comparator.comparing(text, TextOrder.current()));
        setMinWidth(48);
    }

    public String textOf(T row) {
        String value = text.apply(row);
        return value == null ? "" : value;
    }

    public DataColumn<T> width(double pref) {
        setPrefWidth(pref);
        return this;
    }

    /** Wide enough for the title and for text as long as this one, however the locale writes them. */
    public DataColumn<T> fits(String longest) {
        setPrefWidth(Math.max(widthOf(longest), widthOf(getText())) + PADDING);
        return this;
    }

    private static double widthOf(String words) {
        var text = new Text(words);
        text.setFont(Font.font(FAMILY, FONT_SIZE));
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    public DataColumn<T> minWidth(double min) {
        setMinWidth(min);
        return this;
    }

    /** Takes what the other columns leave; at most one or two a table. */
    public DataColumn<T> grow() {
        getProperties().put(ColumnFit.GROW, Boolean.TRUE);
        return this;
    }

    /** Right-aligned with its header, for numbers and times. */
    public DataColumn<T> right() {
        getStyleClass().add("align-right");
        return this;
    }

    /** Sorts by a value instead of the text; nulls go last. */
    public <C extends Comparable<? super C>> DataColumn<T> sortBy(Function<? super T, C> value) {
        setComparator(Comparator.comparing(value, Comparator.nullsLast(Comparator.naturalOrder())));
        return this;
    }

    public DataColumn<T> unsortable() {
        setSortable(false);
        return this;
    }

    /** Starts hidden until the user shows it. */
    public DataColumn<T> hidden() {
        setVisible(false);
        return this;
    }
}
