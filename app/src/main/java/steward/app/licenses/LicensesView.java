package steward.app.licenses;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.api.LicenseAlert;
import steward.api.UsageSample;
import steward.app.chart.ChartExport;
import steward.app.chart.UsageChart;
import steward.app.chart.UsageLegend;
import steward.app.control.FiguresStrip;
import steward.app.control.Icons;
import steward.app.control.Page;
import steward.app.control.Segmented;
import steward.app.control.Tone;
import steward.app.dialog.FilePick;
import steward.app.fx.Background;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.app.shell.OrganizationContext;
import steward.app.shell.UsageShown;

/** Licenses: figures, the usage chart or its table, the recommendation, and the refused starts (picture 05). */
final class LicensesView extends StackPane {

    private static final double CHART_HEIGHT = 256;
    private static final double CHART_LEAST = 200;

    private final LicensesViewModel model;
    private final OrganizationContext context;
    private final Page page = new Page("licenses", text("licenses.page.title"));
    private final FiguresStrip strip = new FiguresStrip("licenses-figures");
    private final FiguresStrip.Figure inUse = strip.add("in-use", text("licenses.figure.inUse"));
    private final FiguresStrip.Figure highest = strip.add("highest", text("licenses.figure.highest"));
    private final FiguresStrip.Figure refused = strip.add("refused", text("licenses.figure.refused"));
    private final FiguresStrip.Figure owned = strip.add("owned", text("licenses.figure.owned"));
    private final Segmented<UsageSpan> spans = new Segmented<>("licenses-span");
    private final Segmented<Boolean> asTable = new Segmented<Boolean>("licenses-mode").quiet();
    private final UsageChart chart = new UsageChart("licenses-chart");
    private final UsageTable table;

    LicensesView(LicensesViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        table = new UsageTable(context);
        build();
        bind();
    }

    private void build() {
        page.subtitleProperty().set(text("licenses.page.subtitle"));
        var export = new MenuButton(text("licenses.export.action"), Icons.of(Feather.DOWNLOAD));
        export.setId("licenses-export");
        var png = new MenuItem(text("licenses.export.png"));
        png.setOnAction(event -> exportPicture());
        var csv = new MenuItem(text("licenses.export.csv"));
        csv.setOnAction(event -> exportValues());
        export.getItems().setAll(png, csv);
        page.setActions(export);
        var lower = new HBox(24, new RecommendationBox(model, context), new RefusedTable(model, context));
        var content = new VBox(16, strip, usage(), lower);
        page.setPaddedContent(content, model.stateProperty());
        getChildren().setAll(page);
    }

    private Node usage() {
        spans.add(UsageSpan.HOUR, text("licenses.span.hour"))
                .add(UsageSpan.DAY, text("licenses.span.day"))
                .add(UsageSpan.WEEK, text("licenses.span.week"))
                .add(UsageSpan.MONTH, text("licenses.span.month"))
                .add(UsageSpan.QUARTER, text("licenses.span.quarter"));
        asTable.add(false, text("licenses.mode.chart"), Feather.ACTIVITY)
                .add(true, text("licenses.mode.table"), Feather.LIST);
        asTable.selectedProperty().set(false);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(16, spans, new UsageLegend(text("licenses.legend.use")), gap, asTable);
        bar.setAlignment(Pos.CENTER_LEFT);
        chart.setMinHeight(CHART_LEAST);
        table.setMinHeight(CHART_LEAST);
        table.visibleProperty().bind(asTable.selectedProperty().isEqualTo(true));
        chart.visibleProperty().bind(table.visibleProperty().not());
        var plot = new StackPane(chart, table);
        plot.setPrefHeight(CHART_HEIGHT);
        plot.setMinHeight(CHART_LEAST);
        VBox.setVgrow(plot, Priority.ALWAYS);
        var box = new VBox(8, bar, plot);
        box.getStyleClass().addAll("boxed", "chart-box");
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private void bind() {
        spans.selectedProperty().bindBidirectional(model.spanProperty());
        model.figuresProperty().subscribe(this::showFigures);
        model.usageProperty().subscribe(this::showUsage);
    }

    private void showFigures(LicensesViewModel.Figures figures) {
        if (figures == null) return;
        Formats formats = Formats.current();
        showNow(figures);
        highest.show(
                figures.highestToday() == null
                        ? text("licenses.figure.unknown")
                        : formats.number(figures.highestToday()),
                figures.highestAt() == null
                        ? ""
                        : Messages.text("licenses.figure.highestAt", formats.clock(figures.highestAt())));
        refused.show(
                formats.number(figures.refusedWeek()),
                Messages.text("licenses.figure.refusedToday", figures.refusedToday()));
        refused.setTone(figures.refusedWeek() > 0 ? Tone.DANGER : Tone.NEUTRAL);
        if (figures.subscription() == null) owned.show(text("licenses.figure.unknown"), "");
        else {
            int all = figures.subscription().licensesOwned();
            int more = figures.subscription().choice().addOns().licenses();
            owned.show(
                    formats.number(all),
                    more == 0
                            ? text("licenses.figure.planOnly")
                            : Messages.text("licenses.figure.planAndMore", all - more, more));
        }
    }

    private void showNow(LicensesViewModel.Figures figures) {
        UsageSample sample = figures.now();
        if (sample == null) {
            inUse.show(text("licenses.figure.unknown"), "");
            inUse.setTone(Tone.MUTED);
            return;
        }
        String remark = figures.asOf() == null
                ? Messages.text(
                        "licenses.figure.left",
                        Math.max(0, sample.owned() - sample.inUse()),
                        LicenseAlert.threshold(sample.owned()))
                : Messages.text(
                        "licenses.figure.asOf",
                        Formats.current()
                                .brief(figures.asOf(), context.ticker().second().get()));
        inUse.show(Messages.text("licenses.figure.of", sample.inUse(), sample.owned()), remark);
        boolean low = LicenseAlert.isLow(sample.inUse(), sample.owned());
        inUse.setTone(figures.asOf() != null ? Tone.MUTED : low ? Tone.WARNING : Tone.NEUTRAL);
    }

    private void showUsage(UsageShown usage) {
        List<UsageChart.Bucket> shown = usage.forChart();
        chart.show(shown, usage.until(), usage.now());
        table.show(shown);
    }

    private void exportPicture() {
        WritableImage picture = ChartExport.picture(chart);
        save("license-usage.png", "*.png", target -> {
            try (var out = Files.newOutputStream(target)) {
                ChartExport.png(picture, out);
            }
        });
    }

    private void exportValues() {
        String values = ChartExport.csv(model.usageProperty().get().forChart());
        save("license-usage.csv", "*.csv", target -> Files.writeString(target, values, StandardCharsets.UTF_8));
    }

    /** Writes a file; blocks. */
    private interface FileWriting {
        void write(java.nio.file.Path target) throws IOException;
    }

    private void save(String name, String pattern, FileWriting writing) {
        var pick = new FilePick(text("licenses.export.title"), name, text("licenses.export.kind"), List.of(pattern));
        Background background = context.background();
        context.window().dialogs().saveFile(pick, target -> background
                .start("export chart", () -> writing.write(target))
                .onSuccess(done -> context.window()
                        .notices()
                        .tell(Notice.done(
                                text("licenses.export.done"),
                                target.getFileName().toString())))
                .onFailure(problem -> context.window()
                        .notices()
                        .tell(Notice.problem(
                                text("licenses.export.failed"), text("licenses.export.failedText"), null))));
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
