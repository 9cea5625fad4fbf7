package steward.app.control;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import steward.app.i18n.Folded;

/**
 * The rows of a table with its filter tabs, their counts, the search field and the state that follows from them. Part of
 * a view model: belongs to the FX thread, needs no toolkit.
 *
 * @param <R> a row
 * @param <F> the filters; the first holds every row
 */
public final class RowList<R, F extends Enum<F>> {

    private final F[] filters;
    private final BiPredicate<F, R> holds;
    private final Function<R, String> searched;
    private final Supplier<State> empty;
    private final ObservableList<R> rows = FXCollections.observableArrayList();
    private final FilteredList<R> shown = new FilteredList<>(rows);
    private final Map<R, Folded> folded = new IdentityHashMap<>();
    private final ObjectProperty<F> filter;
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Map<F, Long>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.loading());
    private boolean known;

    /**
     * @param searched the text a search looks into, accents and case aside
     * @param empty the state when there are no rows at all
     */
    public RowList(Class<F> filters, BiPredicate<F, R> holds, Function<R, String> searched, Supplier<State> empty) {
        this.filters = filters.getEnumConstants();
        this.holds = holds;
        this.searched = searched;
        this.empty = empty;
        filter = new SimpleObjectProperty<>(this.filters[0]);
        filter.subscribe(this::apply);
        search.subscribe(this::apply);
    }

    /** All rows, whatever the filter. */
    public List<R> all() {
        return rows;
    }

    /** The rows that filter and search leave, live. */
    public ObservableList<R> shown() {
        return shown;
    }

    public ObjectProperty<F> filterProperty() {
        return filter;
    }

    public StringProperty searchProperty() {
        return search;
    }

    public ReadOnlyObjectProperty<Map<F, Long>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is known now. */
    public void show(List<R> fresh) {
        known = true;
        folded.clear();
        rows.setAll(fresh);
        recount();
        apply();
    }

    /** Nothing is known: {@code why} stands in the place of the rows. */
    public void unknown(State why) {
        known = false;
        rows.clear();
        counts.set(Map.of());
        state.set(why);
    }

    /** Counts again, when a filter depends on the time. */
    public void recount() {
        Map<F, Long> counted = new EnumMap<>(filters[0].getDeclaringClass());
        for (F each : filters) {
            counted.put(each, rows.stream().filter(row -> holds.test(each, row)).count());
        }
        counts.set(counted);
    }

    public void clearFilter() {
        search.set("");
        filter.set(filters[0]);
    }

    private void apply() {
        List<String> wanted = Folded.words(search.get());
        F chosen = filter.get();
        shown.setPredicate(row -> holds.test(chosen, row) && (wanted.isEmpty() || matches(row, wanted)));
        if (!known) return;
        if (rows.isEmpty()) state.set(empty.get());
        else if (shown.isEmpty()) state.set(State.noResults(this::clearFilter));
        else state.set(State.ready());
    }

    private boolean matches(R row, List<String> words) {
        return folded.computeIfAbsent(row, each -> Folded.of(searched.apply(each)))
                .containsAll(words);
    }
}
