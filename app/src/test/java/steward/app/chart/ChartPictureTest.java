package steward.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.feather.Feather;
import steward.app.chart.UsageChart.Bucket;
import steward.app.control.Page;
import steward.app.control.Segmented;
import steward.app.control.Tone;
import steward.app.testing.CssWarnings;
import steward.app.testing.Stages;

/** The charts in both themes, for human eyes, and how they answer keys. */
class ChartPictureTest {
    private static final Instant START = Instant.parse("2026-11-18T00:00:00Z");
    private static final int[] DAY = {1, 0, 0, 0, 0, 1, 3, 7, 11, 13, 15, 13, 9, 8, 12, 16, 11, 8, 7, 5, 3, 2, 1, 1};

    @Test
    void chartsFollowTheTheme() {
        Stages.start();
        var chart = Stages.fx(() -> new UsageChart("usage"));
        var page = Stages.fx(() -> page(chart));
        Stage stage = Stages.show(page);
        Stages.run(() -> press(chart, KeyCode.LEFT));
        for (int i = 0; i < 14; i++) {
            Stages.run(() -> press(chart, KeyCode.LEFT));
        }
        Stages.picture(page, "gallery-charts-light");
        Stages.setDark(true);
        Stages.picture(page, "gallery-charts-dark");
        assertThat(CssWarnings.seen()).isEmpty();
        Stages.close(stage);
    }

    @Test
    void aDayOfMinutesTakesAPointOnlyWhereTheUseChanges() {
        Stages.start();
        var chart = Stages.fx(() -> new UsageChart("usage"));
        List<Bucket> minutes = new ArrayList<>();
        for (int i = 0; i < 1440; i++) {
            Instant at = START.plus(Duration.ofMinutes(i));
            Integer highest = i < 700 ? Integer.valueOf(1) : i < 800 ? Integer.valueOf(3) : i < 840 ? null : 3;
            minutes.add(new Bucket(at, at.plus(Duration.ofMinutes(1)), highest, null, 5, 0));
        }
        Stage stage = Stages.show(Stages.fx(() -> new VBox(chart)));
        Stages.run(() -> {
            chart.show(minutes);
            chart.layout();
        });
        Path line = (Path) Stages.<Node>fx(() -> chart.lookup(".chart-use"));
        // two levels with a step between them, a gap, and the level after it
        assertThat(line.getElements()).hasSize(6);
        assertThat(line.getElements().stream().filter(MoveTo.class::isInstance)).hasSize(2);
        double widest = Stages.fx(() -> line.getBoundsInLocal().getMaxX());
        Path fill = (Path) Stages.<Node>fx(() -> chart.lookup(".chart-fill"));
        assertThat(Stages.<Double>fx(() -> fill.getBoundsInLocal().getMaxX())).isCloseTo(widest, within(2.0));
        Stages.close(stage);
    }

    @Test
    void arrowKeysWalkTheBucketsAndEscapeLeaves() {
        Stages.start();
        var chart = Stages.fx(() -> new UsageChart("usage"));
        List<Bucket> buckets = week();
        Stage stage = Stages.show(Stages.fx(() -> new VBox(chart)));
        Stages.run(() -> {
            chart.show(buckets);
            chart.requestFocus();
            chart.layout();
            press(chart, KeyCode.HOME);
        });
        assertThat(chart.pointedProperty().get()).isEqualTo(buckets.getFirst());
        assertThat(chart.getAccessibleText()).isEqualTo("Wed 18 Nov, 00:00–01:00: 1 of 18");
        Stages.run(() -> {
            chart.show(week());
            chart.layout();
        });
        assertThat(chart.pointedProperty().get())
                .as("stays while figures are refreshed")
                .isEqualTo(buckets.getFirst());
        Stages.run(() -> press(chart, KeyCode.RIGHT));
        assertThat(chart.pointedProperty().get()).isEqualTo(buckets.get(1));
        Stages.run(() -> press(chart, KeyCode.END));
        assertThat(chart.pointedProperty().get()).isEqualTo(buckets.getLast());
        Stages.run(() -> press(chart, KeyCode.ESCAPE));
        assertThat(chart.pointedProperty().get()).isNull();
        Stages.close(stage);
    }

    /** Black areas flashed where a chart first showed: styles are given out before the layout that draws it. */
    @Test
    void theFirstDrawingHasItsColorsAndMeasuresItsWordsByTheirFont() {
        Stages.start();
        var chart = Stages.fx(() -> UsageChart.compact("usage"));
        var timeline = Stages.fx(() -> new Timeline("timeline"));
        Stage stage = Stages.show(Stages.fx(() -> new VBox(chart, timeline)));
        Stages.run(() -> {
            chart.show(week());
            timeline.show(
                    new Timeline.Span(START, START.plusSeconds(6300), START.plusSeconds(6000), null),
                    List.of(new Timeline.Person("高橋 美咲", true, List.of())));
            chart.getScene().getRoot().layout();
            assertThat(((Shape) chart.lookup(".chart-fill")).getFill()).isNotEqualTo(Color.BLACK);
            assertThat(((Shape) chart.lookup(".chart-fill")).getStroke()).isNull();
            assertThat(((Shape) timeline.lookup(".chart-grid")).getStroke()).isNotEqualTo(Color.BLACK);
            chart.lookupAll(".chart-text").stream()
                    .map(Text.class::cast)
                    .forEach(text -> assertThat(text.getFont().getSize()).isEqualTo(11));
            Text axis = (Text) chart.lookup(".chart-text");
            assertThat(axis.getX() + axis.getLayoutBounds().getWidth()).isCloseTo(24 - 8, within(0.6));
        });
        Stages.close(stage);
    }

    /** Refusals at the left end, steps close together: wherever the words must go, none stands on another. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 12, 20})
    void noWordsStandOnOthers(int hourOfRefusal) {
        Stages.start();
        List<UsageChart> charts = Stages.fx(() -> List.of(UsageChart.compact("small"), new UsageChart("large")));
        Stage stage = Stages.show(Stages.fx(() -> new VBox(charts.toArray(UsageChart[]::new))));
        List<Bucket> day = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            Instant start = START.plus(Duration.ofHours(hour));
            int owned = hour < 3 ? 18 : hour < 14 ? 20 : 19;
            day.add(new Bucket(start, start.plusSeconds(3600), owned, 4.0, owned, hour == hourOfRefusal ? 7 : 0));
        }
        Stages.run(() -> charts.forEach(chart -> {
            chart.show(day);
            chart.getScene().getRoot().layout();
            List<Node> words = Stream.of(".chart-strong", ".chart-refused-text")
                    .flatMap(style -> chart.lookupAll(style).stream())
                    .toList();
            assertThat(words).anyMatch(each -> ((Text) each).getText().contains("18"));
            for (Node one : words) {
                for (Node other : words) {
                    assertThat(one != other && one.getBoundsInParent().intersects(other.getBoundsInParent()))
                            .as("%s on %s", one, other)
                            .isFalse();
                }
            }
        }));
        Stages.close(stage);
    }

    private static void press(UsageChart chart, KeyCode code) {
        chart.requestFocus();
        chart.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static Page page(UsageChart chart) {
        var page = new Page("licenses", "Licenses");
        page.subtitleProperty().set("One license is one meeting running at a time");
        var ranges = new Segmented<String>("licenses-range").add("24h", "24 h").add("7d", "7 d");
        ranges.selectedProperty().set("7d");
        var views = new Segmented<String>("licenses-view")
                .quiet()
                .add("chart", "Chart", Feather.ACTIVITY)
                .add("table", "Table", Feather.LIST);
        var bar = new HBox(16, ranges, new UsageLegend("Highest in use, each hour"), views);
        chart.show(week(), START.plus(Duration.ofDays(7)));
        var box = new VBox(12, bar, chart);
        box.getStyleClass().addAll("box", "padded");
        var small = UsageChart.compact("overview-usage");
        List<Bucket> all = week();
        small.show(all.subList(all.size() - 24, all.size()));
        var storage = new ShareBar("storage");
        storage.show(
                2000,
                List.of(
                        new ShareBar.Share("2,318 recordings", Tone.ACCENT, 1530),
                        new ShareBar.Share("Bin, 92 GB", Tone.NEUTRAL, 92)));
        var smallBox = new VBox(12, small, storage);
        smallBox.getStyleClass().addAll("box", "padded");
        smallBox.setPrefWidth(360);
        var timeline = new Timeline("timeline");
        timeline.setPrefWidth(300);
        Instant noon = Instant.parse("2026-11-24T12:52:00Z");
        timeline.show(
                new Timeline.Span(noon, noon.plusSeconds(6300), noon.plusSeconds(6000), noon.plusSeconds(3600)),
                List.of(
                        new Timeline.Person(
                                "Νίκος Παππάς",
                                true,
                                List.of(new Timeline.Stay(noon, noon.plusSeconds(6000), "12:52 to now"))),
                        new Timeline.Person(
                                "Đorđe Petrović",
                                false,
                                List.of(
                                        new Timeline.Stay(
                                                noon.plusSeconds(120), noon.plusSeconds(2900), "12:54 to 13:40"),
                                        new Timeline.Stay(
                                                noon.plusSeconds(3200), noon.plusSeconds(6000), "13:45 to now"))),
                        new Timeline.Person(
                                "高橋 美咲",
                                false,
                                List.of(new Timeline.Stay(noon.plusSeconds(300), noon.plusSeconds(4000), "")))));
        var timeBox = new VBox(timeline);
        timeBox.getStyleClass().addAll("box", "padded");
        page.setPaddedContent(new VBox(16, box, new HBox(16, smallBox, timeBox)));
        return page;
    }

    static List<Bucket> week() {
        List<Bucket> buckets = new ArrayList<>();
        for (int hour = 0; hour < 6 * 24 + 16; hour++) {
            Instant start = START.plus(Duration.ofHours(hour));
            int day = hour / 24;
            int owned = hour < 64 ? 18 : 20;
            int use = DAY[hour % 24] * (day == 3 || day == 4 ? 3 : 12) / 10;
            boolean unknown = day == 4 && hour % 24 > 1 && hour % 24 < 6;
            int refused = hour == 34 ? 3 : hour == 154 ? 2 : hour == 155 ? 1 : 0;
            int highest = refused > 0 ? owned : Math.min(owned, use);
            buckets.add(new Bucket(
                    start,
                    start.plus(Duration.ofHours(1)),
                    unknown ? null : highest,
                    unknown ? null : highest * 0.92,
                    owned,
                    refused));
        }
        return buckets;
    }
}
