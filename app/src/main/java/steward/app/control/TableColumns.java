package steward.app.control;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import steward.app.i18n.Formats;

/** The kinds of columns the tables are made of. Ids are {@code <feature>-column-<name>}. */
public final class TableColumns {
    private TableColumns() {}

    /** Plain text. */
    public static <T> DataColumn<T> text(String id, String title, Function<? super T, String> text) {
        return styled(id, title, text);
    }

    /** The row's name: medium, never below 120. */
    public static <T> DataColumn<T> name(String id, String title, Function<? super T, String> text) {
        return TableColumns.<T>styled(id, title, text, "medium").minWidth(120);
    }

    /** Secondary text, 12 muted. */
    public static <T> DataColumn<T> muted(String id, String title, Function<? super T, String> text) {
        return styled(id, title, text, "secondary");
    }

    /** Text with style classes of the design. */
    public static <T> DataColumn<T> styled(
            String id, String title, Function<? super T, String> text, String... styleClasses) {
        var column = new DataColumn<T>(id, title, text);
        column.setCellFactory(ignored -> new RowCell<>(text, (cell, row) -> {}, styleClasses));
        return column;
    }

    /** A whole number, right-aligned, sorted as a number. */
    public static <T> DataColumn<T> number(String id, String title, ToLongFunction<? super T> number) {
        Function<T, String> text = row -> Formats.current().number(number.applyAsLong(row));
        return TableColumns.<T>styled(id, title, text).right().<Long>sortBy(number::applyAsLong);
    }

    /**
     * A time as {@code shown} words it, right-aligned and muted, sorted by the instant (which may be null), the whole
     * time on hover.
     */
    public static <T> DataColumn<T> time(
            String id, String title, Function<? super T, Instant> time, Function<? super T, String> shown) {
        var column = new DataColumn<T>(id, title, shown);
        column.setCellFactory(ignored ->
                new RowCell<T>(shown, (cell, row) -> {}, "time-cell").hover(row -> fullTime(time.apply(row))));
        return column.right().sortBy(time::apply);
    }

    /** An ordinary state: icon and word. */
    public static <T> DataColumn<T> state(String id, String title, Function<? super T, IconWord> state) {
        Function<T, String> text = row -> state.apply(row).word();
        var column = new DataColumn<T>(id, title, text);
        column.setCellFactory(ignored -> new RowCell<>(
                text,
                (cell, row) -> {
                    IconWord shown = state.apply(row);
                    cell.getStyleClass().removeAll("accent", "muted");
                    switch (shown.tone()) {
                        case ACCENT -> cell.getStyleClass().add("accent");
                        case MUTED -> cell.getStyleClass().add("muted");
                        default -> {}
                    }
                    cell.setGraphic(shown.icon() == null ? null : Icons.toned(shown.icon(), 14, shown.tone()));
                },
                "state-cell"));
        return column;
    }

    /** A person's avatar before their name. */
    public static <T> DataColumn<T> person(String id, String title, Function<? super T, String> name) {
        var column = new DataColumn<T>(id, title, name);
        column.setCellFactory(ignored -> {
            var avatar = new Avatar(24);
            return new RowCell<>(
                    name,
                    (cell, row) -> {
                        avatar.show(name.apply(row), null);
                        cell.setGraphic(avatar);
                    },
                    "medium",
                    "person-cell");
        });
        return column.minWidth(148);
    }

    /** Whatever {@code node} draws; {@code text} is what is copied and sorted. The node is made anew for a new row. */
    public static <T> DataColumn<T> node(
            String id, String title, Function<? super T, String> text, Function<? super T, ? extends Node> node) {
        var column = new DataColumn<T>(id, title, text);
        column.setCellFactory(ignored -> new TableCell<>() {
            @Override
            protected void updateItem(T row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : node.apply(row));
            }
        });
        return column;
    }

    private static String fullTime(Instant time) {
        return time == null ? null : Formats.current().full(time);
    }
}
