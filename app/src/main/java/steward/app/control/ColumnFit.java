package steward.app.control;

import java.util.List;
import java.util.Optional;
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
        List<TableColumn<?, ?>> growing =
                columns.stream().filter(ColumnFit::grows).toList();
        double content = features.getContentWidth();
        if (growing.isEmpty() || content <= 0) {
            return false;
        }
        double room = content
                - columns.stream()
                        .filter(column -> !grows(column))
                        .mapToDouble(TableColumn::getWidth)
                        .sum();
        share(features, growing, room);
        return true;
    }

    /** As they would like to be to one another; what one at its least width is short of, the others give. */
    private static void share(ResizeFeatures features, List<TableColumn<?, ?>> growing, double room) {
        double wanted = growing.stream().mapToDouble(TableColumn::getPrefWidth).sum();
        Optional<TableColumn<?, ?>> narrow = growing.stream()
                .filter(column -> room * column.getPrefWidth() / wanted < column.getMinWidth())
                .findFirst();
        if (narrow.isPresent()) {
            TableColumn<?, ?> least = narrow.get();
            features.setColumnWidth(least, least.getMinWidth());
            share(features, growing.stream().filter(column -> column != least).toList(), room - least.getMinWidth());
        } else {
            growing.forEach(
                    column -> features.setColumnWidth(column, Math.floor(room * column.getPrefWidth() / wanted)));
        }
    }

    private static boolean grows(TableColumn<?, ?> column) {
        return column.getProperties().containsKey(GROW);
    }
}
