package steward.app.overview;

import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import steward.api.LicenseAlert;
import steward.api.UsageSample;
import steward.app.chart.UsageChart;
import steward.app.chart.UsageLegend;
import steward.app.control.Buttons;
import steward.app.control.Labels;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Place;

/** Licenses in use now, and the last 24 hours. */
final class LicensesBox extends VBox {

    private static final double CHART_HEIGHT = 160;

    private final UsageChart chart = UsageChart.compact("overview-chart");
    private final Label figure = Labels.figure("");
    private final Label now = Labels.muted("");
    private final Label left = Labels.secondary("");

    private final OrganizationContext context;

    LicensesBox(OverviewViewModel model, OrganizationContext context) {
        super(8);
        this.context = context;
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
        open.setId("overview-open-licenses");
        figure.setId("overview-licenses-now");
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
        UsageSample sample = standing.sample();
        if (sample == null) {
            figure.setText(Messages.text("overview.licenses.unknown"));
            now.setText("");
            left.setText("");
        } else {
            boolean live = !standing.live().age().lost();
            figure.setText(Messages.text("overview.licenses.of", sample.inUse(), sample.owned()));
            now.setText(Messages.text(live ? "overview.licenses.now" : "overview.licenses.then"));
            left.setText(live ? left(sample) : asOf(standing.live().age().at()));
        }
        figure.getStyleClass().remove("muted");
        if (sample == null || standing.live().age().lost())
            figure.getStyleClass().add("muted");
        chart.show(
                standing.live().usage().forChart(),
                standing.live().usage().until(),
                standing.live().usage().now());
    }

    private static String left(UsageSample sample) {
        int left = Math.max(0, sample.owned() - sample.inUse());
        return Messages.text("overview.licenses.left", left, LicenseAlert.threshold(sample.owned()));
    }

    private String asOf(Instant at) {
        return at == null
                ? ""
                : Messages.text(
                        "overview.licenses.asOf",
                        Formats.current().brief(at, context.ticker().second().get()));
    }
}
