package steward.app.control;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import steward.app.i18n.Messages;

/** Grey bars where text will be, in the final row height and, over a table, in its columns. Nothing moves. */
final class Skeleton extends Pane {
    private static final double[] SHARES = {0.8, 0.62, 0.7, 0.5, 0.86, 0.56, 0.74};
    private static final double BAR = 10;
    private final TableView<?> table;

    /** {@code table} may be null: then a plain list's rows. */
    Skeleton(TableView<?> table) {
        this.table = table;
        getStyleClass().add("skeleton");
        setAccessibleText(Messages.text("control.loading.text"));
        var bounds = new Rectangle();
        bounds.widthProperty().bind(widthProperty());
        bounds.heightProperty().bind(heightProperty());
        setClip(bounds);
        widthProperty().subscribe(this::rebuild);
        heightProperty().subscribe(this::rebuild);
    }

    private void rebuild() {
        getChildren().clear();
        double rowHeight = table == null ? 32 : table.getFixedCellSize();
        List<Double> widths = table == null
                ? List.of(getWidth() * 0.3, getWidth() * 0.25, getWidth() * 0.2, getWidth() * 0.25)
                : table.getVisibleLeafColumns().stream()
                        .map(TableColumn::getWidth)
                        .toList();
        int rows = (int) Math.min(12, Math.max(1, getHeight() / rowHeight - 1));
        for (int row = 0; row < rows; row++) {
            double x = 0;
            for (int column = 0; column < widths.size(); column++) {
                double width = widths.get(column);
                double share = SHARES[(row * 3 + column * 2) % SHARES.length];
                bar(x, row * rowHeight + (rowHeight - BAR) / 2, width, share, column);
                x += width;
            }
            line((row + 1) * rowHeight - 1);
        }
    }

    private void bar(double x, double y, double width, double share, int index) {
        TableColumn<?, ?> column = table == null ? null : table.getVisibleLeafColumn(index);
        if (column instanceof CheckColumn) {
            return;
        }
        double left = index == 0 ? 24 : 8;
        double length = Math.clamp((width - left - 8) * share, 8, 160);
        boolean right = column != null && column.getStyleClass().contains("align-right");
        var bar = new Region();
        bar.getStyleClass().add("skeleton-bar");
        bar.resizeRelocate(right ? x + width - 8 - length : x + left, y, length, BAR);
        bar.setManaged(false);
        getChildren().add(bar);
    }

    private void line(double y) {
        var line = new Region();
        line.getStyleClass().add("skeleton-line");
        line.resizeRelocate(0, y, getWidth(), 1);
        line.setManaged(false);
        getChildren().add(line);
    }
}
