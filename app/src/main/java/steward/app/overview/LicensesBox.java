package steward.app.overview;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import steward.api.LicenseAlert;
import steward.api.UsageBucket;
import steward.app.chart.UsageChart;
import steward.app.chart.UsageLegend;
import steward.app.control.Buttons;
import steward.app.control.Labels;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Place;

/** Licenses in use now, and the last 24 hours. */
final class LicensesBox extends VBox {

    private static final double CHART_HEIGHT = 160;

    private final UsageChart chart = UsageChart.compact("overview-chart");
    private final javafx.scene.control.Label figure = Labels.figure("");
    private final javafx.scene.control.Label now = Labels.muted("");
    private final javafx.scene.control.Label left = Labels.secondary("");

    LicensesBox(OverviewViewModel model, OrganizationContext context) {
        super(8);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(8, figure, now, gap, left);
        line.setAlignment(Pos.BASELINE_LEFT);
        chart.setPrefHeight(CHART_HEIGHT);
        chart.setMinHeight(CHART_HEIGHT);
        var box = new VBox(8, line, chart, new UsageLegend(Messages.text("overview.licenses.inUse")));
        box.getStyleClass().addAll("boxed", "padded-box");
        var open = Buttons.link(
                Messages.text("overview.licenses.open"),
                () -> context.window().navigator().show(Place.LICENSES));
        getChildren()
                .setAll(
                        OverviewView.heading(
                                Messages.text("overview.licenses.title"),
                                Labels.secondary(Messages.text("overview.licenses.span")),
                                open),
                        box);
        model.standingProperty().subscribe(this::show);
    }

    private void show(Standing standing) {
        if (standing == null) return;
        if (standing.sample() == null) {
            figure.setText(Messages.text("overview.licenses.unknown"));
            now.setText("");
            left.setText("");
        } else {
            int owned = standing.sample().owned();
            int inUse = standing.sample().inUse();
            figure.setText(Messages.text("overview.licenses.of", inUse, owned));
            now.setText(Messages.text("overview.licenses.now"));
            left.setText(
                    Messages.text("overview.licenses.left", Math.max(0, owned - inUse), LicenseAlert.threshold(owned)));
        }
        chart.show(buckets(standing.usage()));
    }

    private static List<UsageChart.Bucket> buckets(List<UsageBucket> usage) {
        List<UsageChart.Bucket> buckets = new ArrayList<>(usage.size());
        for (UsageBucket bucket : usage) {
            buckets.add(new UsageChart.Bucket(
                    bucket.start(),
                    bucket.start().plusSeconds(60),
                    bucket.highest(),
                    bucket.average(),
                    bucket.owned(),
                    bucket.refused()));
        }
        return buckets;
    }
}
