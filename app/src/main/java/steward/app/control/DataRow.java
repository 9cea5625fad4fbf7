package steward.app.control;

import javafx.collections.SetChangeListener;
import javafx.collections.WeakSetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;

/** A row that shows whether it is checked, pending or going away; opens on double click, offers its menu on right click. */
final class DataRow<T> extends TableRow<T> {
    private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("checked");
    private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");
    private static final PseudoClass LEAVING = PseudoClass.getPseudoClass("leaving");

    private final DataTable<T> table;
    private final SetChangeListener<Object> checks = change -> showChecked();

    DataRow(DataTable<T> table) {
        this.table = table;
        table.selection().keys().addListener(new WeakSetChangeListener<>(checks));
        setOnMouseClicked(event -> {
            if (!isEmpty() && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                table.open(getItem());
            }
        });
        setOnContextMenuRequested(event -> {
            if (!isEmpty()) {
                ContextMenu menu = table.menuFor(getItem());
                if (menu != null) {
                    menu.show(this, event.getScreenX(), event.getScreenY());
                    event.consume();
                }
            }
        });
    }

    @Override
    protected void updateItem(T row, boolean empty) {
        super.updateItem(row, empty);
        boolean filled = !empty && row != null;
        pseudoClassStateChanged(PENDING, filled && table.isPending(row));
        pseudoClassStateChanged(LEAVING, filled && table.isLeaving(row));
        showChecked();
    }

    private void showChecked() {
        pseudoClassStateChanged(
                CHECKED, !isEmpty() && getItem() != null && table.selection().contains(getItem()));
    }
}
