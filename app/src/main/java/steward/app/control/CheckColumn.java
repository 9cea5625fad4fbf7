package steward.app.control;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.SetChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.MouseEvent;
import steward.app.i18n.Messages;

/** The leading check boxes: one a row, with Shift for a range, and one for all in the header. */
final class CheckColumn<T> extends TableColumn<T, T> {
    private final DataTable<T> table;
    private final CheckBox all = new CheckBox();
    private int anchor = -1;

    CheckColumn(DataTable<T> table) {
        this.table = table;
        setId(table.getId() + "-checks");
        getStyleClass().add("check-column");
        setSortable(false);
        setReorderable(false);
        setResizable(false);
        setMinWidth(40);
        setPrefWidth(40);
        setMaxWidth(40);
        setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        setCellFactory(ignored -> new Cell());
        all.setFocusTraversable(false);
        all.setAccessibleText(Messages.text("control.table.checkAll"));
        all.setOnAction(event -> checkAll(all.isSelected()));
        setGraphic(all);
        InvalidationListener refresh = ignored -> showAll();
        table.selection().revisionProperty().subscribe(ignored -> showAll());
        table.itemsProperty().subscribe(items -> {
            if (items != null) {
                items.addListener(refresh);
            }
            showAll();
        });
    }

    private void checkAll(boolean checked) {
        if (checked) {
            table.selection().addAll(table.getItems());
        } else {
            table.selection().removeAll(table.getItems());
        }
    }

    private void showAll() {
        List<T> items = table.getItems();
        int checked = table.selection().sizeProperty().get() == 0
                ? 0
                : table.selection().in(items).size();
        all.setIndeterminate(checked > 0 && checked < items.size());
        all.setSelected(checked > 0 && checked == items.size());
    }

    private void clicked(MouseEvent event, int index) {
        List<T> items = table.getItems();
        boolean checked = !table.selection().contains(items.get(index));
        if (event.isShiftDown() && anchor >= 0 && anchor < items.size()) {
            for (T row : items.subList(Math.min(anchor, index), Math.max(anchor, index) + 1)) {
                table.selection().set(row, checked);
            }
        } else {
            table.selection().set(items.get(index), checked);
        }
        anchor = index;
    }

    private final class Cell extends TableCell<T, T> {
        private final CheckBox box = new CheckBox();
        private final SetChangeListener<Object> listener = change -> show();

        Cell() {
            box.setFocusTraversable(false);
            box.setMouseTransparent(true);
            getStyleClass().add("check-cell");
            addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                if (!isEmpty() && event.isPrimaryButtonDown()) {
                    clicked(event, getIndex());
                    event.consume();
                }
            });
            table.selection().keys().addListener(new javafx.collections.WeakSetChangeListener<>(listener));
        }

        @Override
        protected void updateItem(T row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : box);
            show();
        }

        private void show() {
            box.setSelected(!isEmpty() && getItem() != null && table.selection().contains(getItem()));
        }
    }
}
