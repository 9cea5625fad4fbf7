package steward.app.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;

/**
 * Use over time (picture 05): a stepped line over its fill, what is owned as a dashed line, refused starts as triangles,
 * what is not known as a grey block, and the value now. Mouse and arrow keys show a bucket's values. Belongs to the FX
 * thread; colors are style classes, so it follows the theme.
 */
public final class UsageChart extends Pane {

    /**
     * One stretch of time. {@code highest} and {@code average} are null when not known; {@code refused} counts starts
     * that were turned away.
     */
    public record Bucket(Instant start, Instant end, Integer highest, Double average, int owned, int refused) {
        public Bucket {
            if (!end.isAfter(start)) {
                throw new IllegalArgumentException("A bucket ends after it starts");
            }
        }
    }

    private final boolean compact;
    private final ZoneId zone = Formats.current().zone();
    private final Group drawing = new Group();
    private final UsageHover hover;
    private final ReadOnlyObjectWrapper<Bucket> pointed = new ReadOnlyObjectWrapper<>(this, "pointed");
    private UsageSeries series = new UsageSeries(List.of());
    private Instant until;
    private UsagePlot plot;

    public UsageChart(String id) {
        this(id, false);
    }

    /** The small one of the overview: fewer lines, no unit, no label at the end. */
    public static UsageChart compact(String id) {
        return new UsageChart(id, true);
    }

    private UsageChart(String id, boolean compact) {
        this.compact = compact;
        this.hover = new UsageHover();
        setId(id);
        getStyleClass().add("usage-chart");
        setMinSize(200, compact ? 120 : 180);
        setPrefSize(compact ? 326 : 800, compact ? 150 : 250);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setManaged(false);
        hover.setManaged(false);
        getChildren().addAll(drawing, hover);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointAt(event.getX()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::takeFocus);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                point(-1);
            }
        });
    }

    /** Shows the buckets in time order; the axis ends where they do. */
    public void show(List<Bucket> buckets) {
        show(buckets, buckets.isEmpty() ? null : buckets.getLast().end());
    }

    /** As {@link #show(List)}, with the axis going on to {@code axisEnd}, as to the end of today. */
    public void show(List<Bucket> buckets, Instant axisEnd) {
        show(buckets, axisEnd, new UsageSeries(buckets).now());
    }

    /** As above, with the value at this moment, which may be less than the last bucket's highest; empty: not known. */
    public void show(List<Bucket> buckets, Instant axisEnd, OptionalInt now) {
        series = new UsageSeries(buckets, now);
        until = axisEnd;
        // Fresh figures while someone reads a bucket: it stays the one pointed at.
        Instant kept = pointed.get() == null ? null : pointed.get().start();
        pointed.set(buckets.stream()
                .filter(bucket -> bucket.start().equals(kept))
                .findFirst()
                .orElse(null));
        setAccessibleText(describe());
        plot = null;
        requestLayout();
    }

    /** The bucket under the mouse or chosen by the arrow keys, or null. */
    public ReadOnlyObjectProperty<Bucket> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    @Override
    protected void layoutChildren() {
        if (plot == null || !plot.fits(getWidth(), getHeight())) {
            plot = series.isEmpty() ? null : new UsagePlot(series, until, zone, getWidth(), getHeight(), compact);
            if (plot == null) {
                drawing.getChildren().clear();
            } else {
                plot.draw(drawing.getChildren());
                // Styles were given out before this layout: without this the first frame is drawn in black.
                drawing.applyCss();
            }
            point(plot == null || pointed.get() == null ? -1 : series.buckets().indexOf(pointed.get()));
        }
    }

    /** Consumed, or a scrolling page around it takes the focus for itself. */
    private void takeFocus(MouseEvent event) {
        requestFocus();
        event.consume();
    }

    private void pointAt(double x) {
        if (plot != null) {
            point(plot.holds(x) ? series.indexAt(plot.time().time(x)) : -1);
        }
    }

    private void point(int index) {
        Bucket bucket = index < 0 || plot == null ? null : series.buckets().get(index);
        pointed.set(bucket);
        setAccessibleText(bucket == null ? describe() : UsageHover.words(bucket));
        hover.show(bucket, plot, getWidth(), getHeight());
    }

    private void onKey(KeyEvent event) {
        int last = series.buckets().size() - 1;
        int at = pointed.get() == null ? last + 1 : series.buckets().indexOf(pointed.get());
        int next =
                switch (event.getCode()) {
                    case LEFT -> at - 1;
                    case RIGHT -> at + 1;
                    case HOME -> 0;
                    case END -> last;
                    case ESCAPE -> pointed.get() == null ? -2 : -1;
                    default -> -2;
                };
        if (next == -2 || last < 0) {
            return;
        }
        point(event.getCode() == javafx.scene.input.KeyCode.ESCAPE ? -1 : Math.clamp(next, 0, last));
        event.consume();
    }

    private String describe() {
        if (series.isEmpty()) {
            return Messages.text("chart.usage.empty");
        }
        int refused = series.buckets().stream().mapToInt(Bucket::refused).sum();
        return Messages.text(
                "chart.usage.summary",
                Formats.current().full(series.start()),
                Formats.current().full(series.end()),
                series.buckets().getLast().owned(),
                refused);
    }
}
