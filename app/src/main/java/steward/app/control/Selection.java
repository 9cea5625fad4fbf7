package steward.app.control;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** The rows checked for a bulk action, by key: it outlives filters, sorting and fresh copies of the rows. */
public final class Selection<T> {
    private final ObservableSet<Object> keys = FXCollections.observableSet();
    private final Function<? super T, ?> key;
    private final IntegerBinding size = Bindings.size(keys);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");

    public Selection(Function<? super T, ?> key) {
        this.key = key;
    }

    public boolean contains(T row) {
        return keys.contains(key.apply(row));
    }

    public void set(T row, boolean checked) {
        if (checked) {
            keys.add(key.apply(row));
        } else {
            keys.remove(key.apply(row));
        }
        changed();
    }

    public void toggle(T row) {
        set(row, !contains(row));
    }

    public void addAll(Collection<? extends T> rows) {
        rows.forEach(row -> keys.add(key.apply(row)));
        changed();
    }

    public void removeAll(Collection<? extends T> rows) {
        rows.forEach(row -> keys.remove(key.apply(row)));
        changed();
    }

    public void clear() {
        keys.clear();
        changed();
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }

    /** Changes once however many rows were checked at once: for what looks at all of them. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Those of {@code rows} that are checked, in their order. */
    public List<T> in(Collection<T> rows) {
        return rows.stream().filter(this::contains).toList();
    }

    public IntegerBinding sizeProperty() {
        return size;
    }

    public ObservableSet<Object> keys() {
        return keys;
    }
}
