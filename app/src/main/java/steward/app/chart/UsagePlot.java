package steward.app.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import steward.app.chart.UsageChart.Bucket;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;

/** One drawing of a usage chart at one size: scales and shapes. */
final class UsagePlot {
    private static final double AXIS = 24;
    private static final double TRIANGLE_ROOM = 28;
    private static final double MERGE = 16;

    private final UsageSeries series;
    private final ZoneId zone;
    private final boolean compact;
    private final double width;
    private final double height;
    private final TimeScale time;
    private final ValueScale value;
    private final LabelRoom room;

    UsagePlot(UsageSeries series, Instant until, ZoneId zone, double width, double height, boolean compact) {
        this.series = series;
        this.zone = zone;
        this.compact = compact;
        this.width = width;
        this.height = height;
        this.room = new LabelRoom(width);
        double left = compact ? 24 : 28;
        double right = compact ? 6 : 52;
        double top = compact ? 20 : 20 + TRIANGLE_ROOM;
        this.time = new TimeScale(series.start(), until, left, Math.max(1, width - left - right));
        double bottom = height - AXIS;
        this.value = ValueScale.holding(series.highest(), compact ? 2 : 4, bottom, Math.max(1, bottom - top));
    }

    boolean fits(double newWidth, double newHeight) {
        return width == newWidth && height == newHeight;
    }

    TimeScale time() {
        return time;
    }

    ValueScale value() {
        return value;
    }

    /** Whether x lies over known time. */
    boolean holds(double x) {
        return x >= time.left() && x <= time.x(series.end());
    }

    double top() {
        return value.y(value.top());
    }

    double bottom() {
        return value.bottom();
    }

    /** Draws into the children of a node of the scene: words are styled before they are measured. */
    void draw(List<Node> nodes) {
        nodes.clear();
        drawUnknown(nodes);
        drawGrid(nodes);
        drawUse(nodes);
        drawRefusals(nodes);
        drawNow(nodes);
        drawOwned(nodes);
    }

    private void drawUnknown(List<Node> nodes) {
        for (UsageSeries.Run run : series.runs()) {
            if (run.known()) {
                continue;
            }
            double from = Math.round(time.x(run.start()));
            double to = Math.round(time.x(run.end()));
            double top = Math.max(0, top() - TRIANGLE_ROOM);
            nodes.add(Marks.styled(new Rectangle(from, top, Math.max(2, to - from), bottom() - top), "chart-unknown"));
            if (!compact) {
                Text word = put(
                        nodes,
                        Marks.text(Messages.text("chart.unknown.label"), 0, value.y(value.top() * 0.62), "chart-text"));
                word.setX(Math.round((from + to) / 2 - width(word) / 2));
            }
        }
    }

    private void drawGrid(List<Node> nodes) {
        for (int line : value.lines()) {
            double y = value.y(line);
            nodes.add(Marks.line(time.left(), y, time.left() + time.width(), y, "chart-grid"));
            Text label = put(nodes, Marks.text(Formats.current().number(line), 0, y, "chart-text"));
            endAt(label, time.left() - 8);
        }
        double lastEnd = 0;
        double free = compact ? drawEnd(nodes) - 8 : width;
        for (Instant tick : time.ticks(zone, compact ? 56 : 64)) {
            double x = time.x(tick);
            String words = axisWords(tick, lastEnd == 0);
            Text label = put(nodes, Marks.text(words, x + (time.byDay() ? 6 : 0), bottom() + 14, "chart-text"));
            if (!time.byDay()) {
                label.setX(Math.round(x - width(label) / 2));
            }
            double end = label.getX() + width(label);
            if (label.getX() > lastEnd + 4 && end <= free) {
                nodes.add(Marks.line(x, bottom(), x, bottom() + 4, "chart-grid"));
                lastEnd = end;
            } else {
                nodes.removeLast();
            }
        }
        if (!compact) {
            nodes.add(Marks.text(Messages.text("chart.usage.unit"), 0, 8, "chart-text"));
        }
    }

    /** Names the time at the right end and answers where its words begin. */
    private double drawEnd(List<Node> nodes) {
        String words = Formats.current().clock(series.end());
        Text end = put(nodes, Marks.text(words, 0, bottom() + 14, "chart-text", "chart-strong"));
        endAt(end, time.left() + time.width());
        return end.getX();
    }

    private String axisWords(Instant tick, boolean first) {
        if (!time.byDay()) {
            return Formats.current().clock(tick);
        }
        return first ? Formats.current().weekday(tick) : Formats.current().weekdayShort(tick);
    }

    private void drawUse(List<Node> nodes) {
        var fill = Marks.styled(new Path(), "chart-fill");
        var line = Marks.styled(new Path(), "chart-use");
        for (UsageSeries.Run run : series.runs()) {
            if (run.known()) {
                trace(run, fill, line);
            }
        }
        nodes.add(fill);
        nodes.add(line);
    }

    /** A point where the use changes: a day has 1,440 buckets, and most are as the one before. */
    private void trace(UsageSeries.Run run, Path fill, Path line) {
        fill.getElements().add(new MoveTo(time.x(run.start()), bottom()));
        double level = Double.NaN;
        for (Bucket bucket : run.buckets()) {
            double y = value.y(bucket.highest());
            if (y == level) {
                continue;
            }
            double x = time.x(bucket.start());
            if (Double.isNaN(level)) {
                line.getElements().add(new MoveTo(x, y));
            } else {
                line.getElements().addAll(new LineTo(x, level), new LineTo(x, y));
                fill.getElements().add(new LineTo(x, level));
            }
            fill.getElements().add(new LineTo(x, y));
            level = y;
        }
        double end = time.x(run.end());
        line.getElements().add(new LineTo(end, level));
        fill.getElements().addAll(new LineTo(end, level), new LineTo(end, bottom()));
    }

    private void drawOwned(List<Node> nodes) {
        var path = Marks.styled(new Path(), "chart-owned");
        nodes.add(path);
        List<Bucket> changes = series.ownedChanges();
        for (int i = 0; i < changes.size(); i++) {
            double y = Marks.sharp(value.y(changes.get(i).owned()));
            double from = Marks.sharp(time.x(changes.get(i).start()));
            double to = i + 1 < changes.size()
                    ? Marks.sharp(time.x(changes.get(i + 1).start()))
                    : time.left() + time.width();
            path.getElements().add(i == 0 ? new MoveTo(from, y) : new LineTo(from, y));
            path.getElements().add(new LineTo(to, y));
        }
        for (int i = 0; i < changes.size(); i++) {
            Text label = put(nodes, Marks.text(ownedWords(changes, i), 0, 0, "chart-text", "chart-strong"));
            if (!room.place(label, ownedPlaces(changes, i, width(label)))) {
                nodes.removeLast();
            }
        }
    }

    /** Over the line at its beginning, its end or its middle; under it where the next step would cross the words. */
    private List<Point2D> ownedPlaces(List<Bucket> changes, int index, double words) {
        double y = Marks.sharp(value.y(changes.get(index).owned()));
        double from = time.x(changes.get(index).start()) + 6;
        boolean last = index + 1 == changes.size();
        double to = last ? width : time.x(changes.get(index + 1).start());
        boolean fits = from + words <= to;
        boolean stepsUp =
                !last && changes.get(index + 1).owned() > changes.get(index).owned();
        List<Point2D> places = new ArrayList<>();
        if (fits || !stepsUp) {
            places.add(new Point2D(from, y - 10));
        }
        if (last) {
            places.add(new Point2D(time.left() + time.width() - words, y - 10));
        }
        if (fits) {
            places.add(new Point2D((from + to - words) / 2, y - 10));
        }
        if (fits || stepsUp || last) {
            places.add(new Point2D(from, y + 12));
        }
        return places;
    }

    private static String ownedWords(List<Bucket> changes, int index) {
        Bucket bucket = changes.get(index);
        if (index == 0) {
            return Messages.text("chart.owned.label", bucket.owned());
        }
        int added = bucket.owned() - changes.get(index - 1).owned();
        String key = added > 0 ? "chart.owned.added" : "chart.owned.removed";
        return Messages.text(
                key, bucket.owned(), Math.abs(added), Formats.current().weekday(bucket.start()));
    }

    private void drawRefusals(List<Node> nodes) {
        for (UsageSeries.Refusals mark : series.refusals(time, MERGE)) {
            double tip = value.y(mark.owned()) - 4;
            var triangle = Marks.triangle(mark.x(), tip, "chart-refused");
            nodes.add(triangle);
            room.take(triangle.getBoundsInLocal());
            String words = compact
                    ? Messages.text("chart.refused.label", mark.count())
                    : Formats.current().number(mark.count());
            Text number = put(nodes, Marks.text(words, 0, 0, "chart-text", "chart-refused-text"));
            List<Point2D> places = compact
                    ? List.of(new Point2D(mark.x() + 10, tip - 4), new Point2D(mark.x() - 10 - width(number), tip - 4))
                    : List.of(new Point2D(mark.x() - width(number) / 2, tip - 16));
            if (!room.place(number, places)) {
                nodes.removeLast();
            }
        }
    }

    private void drawNow(List<Node> nodes) {
        series.now().ifPresent(now -> {
            double x = time.x(series.end());
            nodes.add(Marks.dot(x, value.y(now), 4, "chart-now"));
            if (!compact) {
                String words = Messages.text("chart.now.label", now);
                Text label = put(nodes, Marks.text(words, x + 8, value.y(now), "chart-text", "chart-strong"));
                room.take(label.getBoundsInLocal());
            }
        });
    }

    /** Its width depends on its style, and that comes with its place in the scene. */
    private static Text put(List<Node> nodes, Text text) {
        nodes.add(text);
        text.applyCss();
        return text;
    }

    private static void endAt(Text text, double x) {
        text.setX(Math.round(x - width(text)));
    }

    private static double width(Text text) {
        return text.getLayoutBounds().getWidth();
    }
}
