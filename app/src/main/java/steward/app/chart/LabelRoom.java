package steward.app.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.text.Text;

/** What of a chart is taken by words and marks, so that no label is written over another. */
final class LabelRoom {
    private static final double GAP = 4;

    private final double width;
    private final List<Bounds> taken = new ArrayList<>();

    /** @param width of the whole chart; no label goes beyond */
    LabelRoom(double width) {
        this.width = width;
    }

    void take(Bounds bounds) {
        taken.add(bounds);
    }

    /** Puts a label at the first place that is free and takes it; false when none is. */
    boolean place(Text label, List<Point2D> places) {
        for (Point2D place : places) {
            label.setX(Math.round(place.getX()));
            label.setY(Math.round(place.getY()));
            Bounds bounds = label.getBoundsInLocal();
            if (bounds.getMinX() >= 0
                    && bounds.getMaxX() <= width
                    && taken.stream().noneMatch(each -> meets(each, bounds))) {
                take(bounds);
                return true;
            }
        }
        return false;
    }

    private static boolean meets(Bounds one, Bounds other) {
        return one.intersects(
                other.getMinX() - GAP, other.getMinY(), other.getWidth() + 2 * GAP, Math.max(1, other.getHeight()));
    }
}
