package steward.app.control;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableView;

/**
 * The order rows are shown in: as the user sorted them, but while the pointer is over the table live changes do not move
 * a row away from under it; new rows come last until it has left.
 */
final class RowOrder<T> {
    private final SortedList<T> sorted;
    private final Function<? super T, ?> key;
    private Comparator<T> wanted;
    private boolean held;

    RowOrder(TableView<T> table, ObservableList<T> rows, Function<? super T, ?> key) {
        this.sorted = new SortedList<>(rows);
        this.key = key;
        // The order is applied here and not by the table, which would insist on binding the list's comparator.
        table.setSortPolicy(ignored -> true);
        table.comparatorProperty().subscribe(comparator -> {
            wanted = comparator;
            sorted.setComparator(comparator);
            hold(held);
        });
        table.hoverProperty().subscribe(this::hold);
    }

    SortedList<T> rows() {
        return sorted;
    }

    void hold(boolean hold) {
        held = hold;
        sorted.setComparator(hold && wanted != null ? asShownNow() : wanted);
    }

    private Comparator<T> asShownNow() {
        Map<Object, Integer> places = new HashMap<>();
        sorted.forEach(row -> places.put(key.apply(row), places.size()));
        return Comparator.comparingInt(row -> places.getOrDefault(key.apply(row), Integer.MAX_VALUE));
    }
}
