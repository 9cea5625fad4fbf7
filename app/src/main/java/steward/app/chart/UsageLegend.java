package steward.app.chart;

import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;
import steward.app.control.Legend;
import steward.app.i18n.Messages;

/** The three marks of a usage chart with their words; what the line shows is worded by the caller. */
public final class UsageLegend extends HBox {
    public UsageLegend(String use) {
        super(16);
        setAlignment(Pos.CENTER_LEFT);
        var fill =
                new Group(Marks.styled(new Rectangle(0, 1, 16, 7), "chart-fill"), Marks.line(0, 0, 16, 0, "chart-use"));
        getChildren()
                .addAll(
                        Legend.entry(fill, use, ""),
                        Legend.entry(
                                new Group(Marks.line(0, 0, 14, 0, "chart-owned")),
                                Messages.text("chart.legend.owned"),
                                ""),
                        Legend.entry(
                                new Group(Marks.triangle(5, 8, "chart-refused")),
                                Messages.text("chart.legend.refused"),
                                ""));
    }
}
