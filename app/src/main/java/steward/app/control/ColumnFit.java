package steward.app.control;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.ResizeFeatures;
import javafx.util.Callback;

/**
 * Columns keep their widths and the growing ones share what is left, down to their least width; then the table scrolls.
 * Raw because the toolkit's policy property is.
 */
@SuppressWarnings({"rawtypes", "unchecked"})
final class ColumnFit implements Callback<ResizeFeatures, Boolean> {
    static final String GROW = "steward.grow";

    @Override
    public Boolean call(ResizeFeatures features) {
        return features.getColumn() == null ? fill(features) : TableView.UNCONSTRAINED_RESIZE_POLICY.call(features);
    }

    private Boolean fill(ResizeFeatures features) {
        List<TableColumn<?, ?>> columns = features.getTable().getVisibleLeafColumns();
        var growing = columns.stream().filter(ColumnFit::grows).toList();
        double content = features.getContentWidth();
        if (growing.isEmpty() || content <= 0) {
            return false;
        }
        double fixed = columns.stream()
                .filter(column -> !grows(column))
                .mapToDouble(TableColumn::getWidth)
                .sum();
        double wanted = growing.stream().mapToDouble(TableColumn::getPrefWidth).sum();
        for (TableColumn<?, ?> column : growing) {
            double share = Math.floor((content - fixed) * column.getPrefWidth() / wanted);
            features.setColumnWidth(column, Math.max(column.getMinWidth(), share));
        }
        return true;
    }

    private static boolean grows(TableColumn<?, ?> column) {
        return column.getProperties().containsKey(GROW);
    }
}
