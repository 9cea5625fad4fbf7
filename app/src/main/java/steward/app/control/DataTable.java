package steward.app.control;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyEvent;
import steward.app.fx.FxThread;

/**
 * The table of every tab. The selected row is the one in the side panel ({@link #currentProperty}); check boxes are for
 * bulk actions ({@link #selection}). Enter opens, Space checks, Ctrl+A checks all, Ctrl+C copies rows as tab-separated
 * text, Esc first clears the checks.
 */
public final class DataTable<T> extends TableView<T> {
    /** How far from the row's left a menu opens that the keys asked for. */
    private static final double MENU_INSET = 80;

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Function<? super T, ?> key;
    private final Selection<T> selection;
    private final TableMemory<T> memory;
    private final ReadOnlyObjectWrapper<T> current = new ReadOnlyObjectWrapper<>(this, "current");
    private Consumer<? super T> opened = row -> {};
    private Consumer<? super T> deleted = row -> {};
    private Function<? super T, List<MenuItem>> menu = row -> List.of();
    private Predicate<? super T> pending = row -> false;
    private Predicate<? super T> leaving = row -> false;
    private Object awaited;
    private ContextMenu keyMenu;

    /** {@code key} names a row for good: selection and checks follow it through fresh copies. */
    public DataTable(String id, Function<? super T, ?> key, ViewMemory memory) {
        this.key = key;
        this.selection = new Selection<>(key);
        setId(id);
        this.memory = new TableMemory<>(this, memory);
        getStyleClass().addAll("data-table", "edge-to-edge");
        setFixedCellSize(32);
        setColumnResizePolicy(new ColumnFit());
        setRowFactory(ignored -> new DataRow<>(this));
        setPlaceholder(new javafx.scene.layout.Pane());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        setOnContextMenuRequested(this::onMenuKey);
        getSelectionModel().selectedItemProperty().subscribe(this::follow);
        getVisibleLeafColumns().addListener((InvalidationListener) change -> markEdges());
    }

    /** Rows with an avatar or a check box are 36 high. */
    public DataTable<T> tallRows() {
        setFixedCellSize(36);
        return this;
    }

    /** Sets the columns and puts back what the user left; with {@code checks} a column of check boxes leads. */
    @SafeVarargs
    public final DataTable<T> columns(boolean checks, DataColumn<T>... columns) {
        getColumns().setAll(List.of(columns));
        memory.restoreThenWatch();
        getColumns().stream().filter(column -> column instanceof DataColumn).forEach(this::offerColumns);
        if (checks) {
            getColumns().addFirst(new CheckColumn<>(this));
            tallRows();
        }
        return this;
    }

    /** Shows a live list: unsorted in its own order, sorted while the user has chosen a column. */
    public DataTable<T> rows(ObservableList<T> rows) {
        setItems(new RowOrder<>(this, rows, key).rows());
        getItems().addListener((InvalidationListener) change -> {
            if (awaited != null) {
                // Not within the change: the table itself hears of it after this listener.
                FxThread.later(() -> show(awaited));
            }
        });
        return this;
    }

    /** Enter and double click. */
    public DataTable<T> onOpen(Consumer<? super T> handler) {
        opened = handler;
        return this;
    }

    /** The Delete key on the selected row; the handler asks, or can be undone. */
    public DataTable<T> onDelete(Consumer<? super T> handler) {
        deleted = handler;
        return this;
    }

    public DataTable<T> rowMenu(Function<? super T, List<MenuItem>> factory) {
        menu = factory;
        return this;
    }

    /** Rows with a bar at their left because a change has not left this machine. */
    public DataTable<T> pendingWhen(Predicate<? super T> test) {
        pending = test;
        return this;
    }

    /** Rows whose name is struck through because they are being removed. */
    public DataTable<T> leavingWhen(Predicate<? super T> test) {
        leaving = test;
        return this;
    }

    /** Figures that are not live stand in the muted color. */
    public void setStale(boolean stale) {
        pseudoClassStateChanged(STALE, stale);
    }

    public Selection<T> selection() {
        return selection;
    }

    /** The row in the side panel, or null; it stays when the list brings a fresh copy of it. */
    public ReadOnlyObjectProperty<T> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Nothing is selected any more. */
    public void clearCurrent() {
        current.set(null);
        getSelectionModel().clearSelection();
    }

    /** Selects the row of that key and scrolls to it; when it is not there yet, as soon as it has come. */
    public void show(Object rowKey) {
        awaited = rowKey;
        getItems().stream()
                .filter(row -> key.apply(row).equals(rowKey))
                .findFirst()
                .ifPresent(row -> {
                    awaited = null;
                    getSelectionModel().select(row);
                    scrollTo(row);
                });
    }

    /** The checked rows, else the current one, in the order shown. */
    public List<T> chosen() {
        List<T> checked = selection.in(getItems());
        return !checked.isEmpty() || current.get() == null ? checked : List.of(current.get());
    }

    /** What Ctrl+C puts on the clipboard. */
    public String copyText() {
        return RowText.of(dataColumns(), chosen());
    }

    /** The columns with text, in the order shown. */
    public List<DataColumn<T>> dataColumns() {
        return getVisibleLeafColumns().stream()
                .filter(DataColumn.class::isInstance)
                .map(column -> (DataColumn<T>) column)
                .toList();
    }

    void open(T row) {
        opened.accept(row);
    }

    /** The row's menu, or null when it has none. */
    ContextMenu menuFor(T row) {
        List<MenuItem> items = menu.apply(row);
        return items.isEmpty() ? null : new ContextMenu(items.toArray(MenuItem[]::new));
    }

    boolean isPending(T row) {
        return pending.test(row);
    }

    boolean isLeaving(T row) {
        return leaving.test(row);
    }

    private void follow(T selected) {
        if (selected != null) {
            awaited = null;
            current.set(selected);
        } else if (current.get() != null) {
            // A fresh list clears the selection for a moment: look again once the change is over.
            FxThread.later(this::findAgain);
        }
    }

    private void findAgain() {
        if (current.get() == null || getSelectionModel().getSelectedItem() != null) {
            return;
        }
        Object wanted = key.apply(current.get());
        T fresh = getItems().stream()
                .filter(row -> Objects.equals(key.apply(row), wanted))
                .findFirst()
                .orElse(null);
        if (fresh == null) {
            current.set(null);
        } else {
            getSelectionModel().select(fresh);
        }
    }

    private void onKey(KeyEvent event) {
        if (getEditingCell() == null && !(event.getTarget() instanceof TextInputControl) && act(event)) {
            event.consume();
        }
    }

    private boolean act(KeyEvent event) {
        T row = getSelectionModel().getSelectedItem();
        switch (event.getCode()) {
            case ENTER -> ifPresent(row, this::open);
            case DELETE -> ifPresent(row, deleted);
            case SPACE -> ifPresent(row, selection::toggle);
            case A -> {
                if (!event.isShortcutDown()) {
                    return false;
                }
                selection.addAll(getItems());
            }
            case C -> {
                if (!event.isShortcutDown()) {
                    return false;
                }
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, copyText()));
            }
            case CONTEXT_MENU -> openMenu();
            case F10 -> {
                if (!event.isShiftDown()) {
                    return false;
                }
                openMenu();
            }
            case ESCAPE -> {
                if (selection.sizeProperty().get() == 0) {
                    return false;
                }
                selection.clear();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Where a system makes an event of the menu key, it may come after the key itself: one menu is enough. */
    private void onMenuKey(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            openMenu();
            event.consume();
        }
    }

    /** The keys have no row under a pointer: the current row's menu opens under it. */
    private void openMenu() {
        boolean open = keyMenu != null && keyMenu.isShowing();
        ContextMenu rowMenu = open || current.get() == null ? null : menuFor(current.get());
        if (rowMenu == null) {
            return;
        }
        keyMenu = rowMenu;
        Node anchor = lookupAll(".table-row-cell").stream()
                .filter(row -> row instanceof IndexedCell<?> cell
                        && cell.getIndex() == getSelectionModel().getSelectedIndex())
                .findFirst()
                .orElse(this);
        rowMenu.show(anchor, Side.BOTTOM, MENU_INSET, 0);
    }

    private static <T> void ifPresent(T row, Consumer<T> action) {
        if (row != null) {
            action.accept(row);
        }
    }

    /** The outer columns keep the page's margin, whichever they are. */
    private void markEdges() {
        List<TableColumn<T, ?>> columns = getVisibleLeafColumns();
        for (int i = 0; i < columns.size(); i++) {
            var styles = columns.get(i).getStyleClass();
            styles.removeAll("edge-left", "edge-right");
            if (i == 0 && !(columns.get(i) instanceof CheckColumn)) {
                styles.add("edge-left");
            }
            if (i == columns.size() - 1) {
                styles.add("edge-right");
            }
        }
    }

    private void offerColumns(TableColumn<T, ?> header) {
        var choice = new ContextMenu();
        for (TableColumn<T, ?> column : getColumns()) {
            var item = new CheckMenuItem(column.getText());
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            choice.getItems().add(item);
        }
        header.setContextMenu(choice);
    }
}
