package steward.app.licenses;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.layout.StackPane;
import steward.app.chart.UsageChart;
import steward.app.control.DataTable;
import steward.app.control.TableColumns;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;

/** The chart's values as a table, newest first: the same data for the keyboard and for eyes that a chart does not serve. */
final class UsageTable extends StackPane {

    private final ObservableList<UsageChart.Bucket> rows = FXCollections.observableArrayList();

    UsageTable(OrganizationContext context) {
        var table = new DataTable<UsageChart.Bucket>(
                "licenses-usage", UsageChart.Bucket::start, context.window().memory());
        table.columns(
                false,
                TableColumns.<UsageChart.Bucket>text(
                                "licenses-usage-start",
                                text("licenses.usage.start"),
                                bucket -> Formats.current().weekday(bucket.start()) + ", "
                                        + Formats.current().clock(bucket.start()))
                        .<java.time.Instant>sortBy(UsageChart.Bucket::start)
                        .grow(),
                TableColumns.<UsageChart.Bucket>text(
                                "licenses-usage-highest",
                                text("licenses.usage.highest"),
                                bucket -> bucket.highest() == null
                                        ? text("licenses.figure.unknown")
                                        : Formats.current().number(bucket.highest()))
                        .<Integer>sortBy(UsageChart.Bucket::highest)
                        .right()
                        .width(140),
                TableColumns.<UsageChart.Bucket>text(
                                "licenses-usage-average",
                                text("licenses.usage.average"),
                                bucket -> bucket.average() == null
                                        ? ""
                                        : Formats.current().decimal(bucket.average(), 1))
                        .<Double>sortBy(UsageChart.Bucket::average)
                        .right()
                        .width(140),
                TableColumns.<UsageChart.Bucket>number(
                                "licenses-usage-owned", text("licenses.usage.owned"), UsageChart.Bucket::owned)
                        .width(120),
                TableColumns.<UsageChart.Bucket>number(
                                "licenses-usage-refused", text("licenses.usage.refused"), UsageChart.Bucket::refused)
                        .width(140));
        table.rows(rows);
        getChildren().setAll(table);
    }

    void show(List<UsageChart.Bucket> buckets) {
        rows.setAll(buckets.reversed());
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
