package steward.app.control;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import steward.app.i18n.Formats;

/**
 * A bar of what became of many things, in order, over a legend with numbers (picture 04). {@link Tone#MUTED} is what is
 * still waiting: it has no colour in the bar.
 */
public final class SegmentedProgress extends VBox {

    /** One kind of outcome and how many came to it. */
    public record Part(String name, Tone tone, long count) {}

    private final ObservableList<Part> parts = FXCollections.observableArrayList();
    private final Bar bar = new Bar();
    private final HBox legend = new HBox(24);

    public SegmentedProgress() {
        super(12);
        getStyleClass().add("segmented-progress");
        getChildren().addAll(bar, legend);
        parts.subscribe(this::rebuild);
    }

    public void show(List<Part> shown) {
        parts.setAll(shown);
    }

    private void rebuild() {
        bar.rebuild();
        legend.getChildren()
                .setAll(parts.stream().map(SegmentedProgress::legendOf).toList());
    }

    private static HBox legendOf(Part part) {
        return Legend.entry(
                Legend.dot(part.tone()), part.name(), Formats.current().number(part.count()));
    }

    /** Widths by share; a part that exists is never narrower than 3 px. */
    private final class Bar extends Pane {
        Bar() {
            getStyleClass().add("bar");
        }

        void rebuild() {
            getChildren().clear();
            for (Part part : parts) {
                var piece = new Region();
                piece.getStyleClass().addAll("part", part.tone().styleClass());
                getChildren().add(piece);
            }
            setAccessibleText(parts.stream()
                    .map(part -> part.name() + " " + part.count())
                    .toList()
                    .toString());
        }

        @Override
        protected void layoutChildren() {
            long total = Math.max(1, parts.stream().mapToLong(Part::count).sum());
            double x = 0;
            for (int i = 0; i < parts.size(); i++) {
                long count = parts.get(i).count();
                double width = count == 0 ? 0 : Math.max(3, getWidth() * count / total);
                double end = Math.min(getWidth(), x + width);
                getChildren().get(i).resizeRelocate(x, 0, Math.max(0, end - x), getHeight());
                x = end;
            }
        }
    }
}
