package steward.app.chart;

import javafx.geometry.VPos;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/** The shapes charts are drawn with; colors by style class, edges on whole pixels. */
final class Marks {
    private Marks() {}

    static Line line(double x1, double y1, double x2, double y2, String... styles) {
        return styled(new Line(sharp(x1), sharp(y1), sharp(x2), sharp(y2)), styles);
    }

    static Circle dot(double x, double y, double radius, String... styles) {
        return styled(new Circle(x, y, radius), styles);
    }

    /** Points down, its tip at {@code x, y}. */
    static Polygon triangle(double x, double y, String... styles) {
        return styled(new Polygon(x - 5, y - 8, x + 5, y - 8, x, y), styles);
    }

    /** Text whose left end is at {@code x} and middle at {@code y}. */
    static Text text(String words, double x, double y, String... styles) {
        var text = styled(new Text(words), styles);
        text.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        text.setTextOrigin(VPos.CENTER);
        text.setX(Math.round(x));
        text.setY(Math.round(y));
        return text;
    }

    static double sharp(double value) {
        return Math.round(value) + 0.5;
    }

    static <S extends Shape> S styled(S shape, String... styles) {
        shape.getStyleClass().addAll(styles);
        shape.setMouseTransparent(true);
        return shape;
    }
}
