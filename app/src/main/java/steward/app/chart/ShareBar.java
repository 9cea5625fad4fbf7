package steward.app.chart;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import steward.app.control.Legend;
import steward.app.control.Tone;

/** What fills a whole, as storage: a bar of shares over a legend; what is free has no color (picture 01). */
public final class ShareBar extends VBox {

    /** One share; {@code words} say it in the legend, as "2,318 recordings". */
    public record Share(String words, Tone tone, long amount) {}

    private final HBox legend = new HBox(16);
    private final Bar bar = new Bar();

    public ShareBar(String id) {
        super(8);
        setId(id);
        getStyleClass().add("share-bar");
        getChildren().addAll(bar, legend);
    }

    public void show(long whole, List<Share> shares) {
        bar.show(whole, shares);
        legend.getChildren()
                .setAll(shares.stream()
                        .map(share -> Legend.entry(Legend.dot(share.tone()), share.words(), ""))
                        .toList());
        setAccessibleText(String.join(", ", shares.stream().map(Share::words).toList()));
    }

    private static final class Bar extends Pane {
        private long whole = 1;
        private List<Share> shares = List.of();

        Bar() {
            getStyleClass().add("bar");
        }

        void show(long newWhole, List<Share> newShares) {
            whole = Math.max(1, newWhole);
            shares = List.copyOf(newShares);
            getChildren().setAll(shares.stream().map(Bar::piece).toList());
            requestLayout();
        }

        private static Region piece(Share share) {
            var piece = new Region();
            piece.getStyleClass().addAll("part", share.tone().styleClass());
            return piece;
        }

        @Override
        protected void layoutChildren() {
            double x = 0;
            for (int i = 0; i < shares.size(); i++) {
                long amount = shares.get(i).amount();
                double end = Math.min(getWidth(), x + (amount == 0 ? 0 : Math.max(2, getWidth() * amount / whole)));
                getChildren().get(i).resizeRelocate(x, 0, end - x, getHeight());
                x = end;
            }
        }
    }
}
