package steward.app.chart;

import javafx.geometry.HPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import steward.app.chart.UsageChart.Bucket;
import steward.app.control.Labels;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;

/** What shows at the bucket pointed at: a line down, a dot, a box with the legend's marks and the values. */
final class UsageHover extends Group {
    private static final double BOX = 184;

    UsageHover() {
        setMouseTransparent(true);
    }

    /** {@code bucket} or {@code plot} null hides all. */
    void show(Bucket bucket, UsagePlot plot, double width, double height) {
        getChildren().clear();
        if (bucket == null || plot == null) {
            return;
        }
        double x = (plot.time().x(bucket.start()) + plot.time().x(bucket.end())) / 2;
        getChildren().add(Marks.line(x, plot.top(), x, plot.bottom(), "chart-pointer"));
        if (bucket.highest() != null) {
            getChildren().add(Marks.dot(x, plot.value().y(bucket.highest()), 5, "chart-pointer-dot"));
        }
        VBox box = box(bucket);
        getChildren().add(box);
        box.applyCss();
        double boxHeight = box.prefHeight(BOX);
        double left = x + 12 + BOX <= width ? x + 12 : x - 12 - BOX;
        box.resizeRelocate(
                Math.max(0, Math.round(left)), Math.clamp(8, 0, Math.max(0, height - boxHeight)), BOX, boxHeight);
        box.layout();
    }

    /** The same for a screen reader. */
    static String words(Bucket bucket) {
        String highest = bucket.highest() == null
                ? Messages.text("chart.tooltip.unknown")
                : Messages.text("chart.tooltip.of", bucket.highest(), bucket.owned());
        return Messages.text("chart.spoken.bucket", span(bucket), highest, bucket.refused());
    }

    private static String span(Bucket bucket) {
        Formats formats = Formats.current();
        return Messages.text(
                "chart.tooltip.span",
                formats.weekday(bucket.start()),
                formats.clock(bucket.start()),
                formats.clock(bucket.end()));
    }

    private static VBox box(Bucket bucket) {
        var values = new GridPane(8, 4);
        var mark = new ColumnConstraints(10);
        var name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        var value = new ColumnConstraints();
        value.setHalignment(HPos.RIGHT);
        values.getColumnConstraints().setAll(mark, name, value);
        Formats formats = Formats.current();
        if (bucket.highest() == null) {
            row(values, null, Messages.text("chart.tooltip.unknown"), "");
        } else {
            String highest = Messages.text("chart.tooltip.of", bucket.highest(), bucket.owned());
            row(values, Marks.dot(0, 0, 4, "chart-now"), Messages.text("chart.tooltip.highest"), highest);
        }
        if (bucket.refused() > 0) {
            row(
                    values,
                    Marks.triangle(5, 8, "chart-refused"),
                    Messages.text("chart.tooltip.refused"),
                    formats.number(bucket.refused()));
        }
        if (bucket.average() != null) {
            row(values, null, Messages.text("chart.tooltip.average"), formats.decimal(bucket.average(), 1));
        }
        var box = new VBox(6, Labels.styled(span(bucket), "strong", "small-text"), values);
        box.setId("usage-chart-tooltip");
        box.getStyleClass().add("popover-box");
        return box;
    }

    private static void row(GridPane grid, Node mark, String name, String value) {
        int row = grid.getRowCount();
        if (mark != null) {
            grid.add(mark, 0, row);
        }
        grid.add(Labels.secondary(name), 1, row);
        grid.add(Labels.styled(value, "small-text"), 2, row);
    }
}
