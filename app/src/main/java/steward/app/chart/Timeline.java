package steward.app.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import steward.app.control.Avatar;
import steward.app.control.Labels;
import steward.app.i18n.Formats;

/**
 * Who was in a meeting and when (picture 06): a row a person, a bar a stay, the planned end as a dashed line, what is not
 * known as a grey block at the right. As high as its rows; put it in a scrolling panel.
 */
public final class Timeline extends Pane {
    private static final double ROW = 28;
    private static final double HEAD = 24;
    private static final double NAMES = 132;
    private static final double BAR = 10;

    /** From when to when someone was inside; the words show on hover. */
    public record Stay(Instant from, Instant to, String words) {}

    /** One person; those who lead have another color and say so in the legend. */
    public record Person(String name, boolean leads, List<Stay> stays) {
        public Person {
            stays = List.copyOf(stays);
        }
    }

    /** The stretch drawn: {@code knownTo} is where knowledge ends; {@code plannedEnd} may be null. */
    public record Span(Instant from, Instant to, Instant knownTo, Instant plannedEnd) {}

    private final ZoneId zone = Formats.current().zone();
    private List<Person> people = List.of();
    private Span span;
    private double drawnWidth = -1;

    public Timeline(String id) {
        setId(id);
        getStyleClass().add("timeline");
        setMinWidth(240);
    }

    public void show(Span shown, List<Person> rows) {
        span = shown;
        people = List.copyOf(rows);
        double height = HEAD + rows.size() * ROW;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        drawnWidth = -1;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (span != null && drawnWidth != getWidth()) {
            drawnWidth = getWidth();
            draw(new TimeScale(span.from(), span.to(), NAMES, Math.max(1, getWidth() - NAMES)));
            // Styles were given out before this layout: without this the first frame is drawn in black.
            getChildren().forEach(Node::applyCss);
        }
        super.layoutChildren();
    }

    private void draw(TimeScale time) {
        getChildren().clear();
        double bottom = HEAD + people.size() * ROW;
        Text longest = clock(Formats.current().longestTime());
        double gap = longest.getLayoutBounds().getWidth() + 8;
        getChildren().remove(longest);
        for (Instant tick : time.ticks(zone, gap)) {
            double x = time.x(tick);
            getChildren().add(Marks.line(x, HEAD - 4, x, bottom, "chart-grid"));
            Text label = clock(tick);
            double half = label.getLayoutBounds().getWidth() / 2;
            label.setX(Math.round(Math.clamp(x - half, NAMES, Math.max(NAMES, getWidth() - 2 * half))));
        }
        if (span.knownTo().isBefore(span.to())) {
            double from = time.x(span.knownTo());
            getChildren().add(region("timeline-unknown", from, HEAD, getWidth() - from, bottom - HEAD));
        }
        for (int i = 0; i < people.size(); i++) {
            drawRow(people.get(i), HEAD + i * ROW, time);
        }
        if (span.plannedEnd() != null) {
            double x = time.x(span.plannedEnd());
            getChildren().add(Marks.line(x, HEAD - 4, x, bottom, "timeline-planned"));
        }
    }

    /** In the scene, for its width depends on its style. */
    private Text clock(Instant time) {
        Text label = Marks.text(Formats.current().clock(time), 0, 10, "chart-text");
        label.setTextOrigin(VPos.CENTER);
        getChildren().add(label);
        label.applyCss();
        return label;
    }

    private void drawRow(Person person, double y, TimeScale time) {
        var avatar = new Avatar(20, person.name());
        avatar.resizeRelocate(0, y + (ROW - 20) / 2, 20, 20);
        var name = Labels.styled(person.name(), "small-text");
        name.setTooltip(new Tooltip(person.name()));
        name.resizeRelocate(28, y, NAMES - 36, ROW);
        getChildren().addAll(unmanaged(avatar), unmanaged(name));
        for (Stay stay : person.stays()) {
            double from = time.x(stay.from());
            double to = Math.max(from + 3, time.x(stay.to()));
            Region bar = region(
                    person.leads() ? "timeline-leads" : "timeline-attends", from, y + (ROW - BAR) / 2, to - from, BAR);
            bar.setAccessibleText(person.name() + ", " + stay.words());
            Tooltip.install(bar, new Tooltip(stay.words()));
            getChildren().add(bar);
        }
    }

    private static Region region(String style, double x, double y, double width, double height) {
        var region = new Region();
        region.getStyleClass().add(style);
        region.resizeRelocate(Math.round(x), y, Math.round(width), height);
        return unmanaged(region);
    }

    private static <N extends Node> N unmanaged(N node) {
        node.setManaged(false);
        return node;
    }
}
