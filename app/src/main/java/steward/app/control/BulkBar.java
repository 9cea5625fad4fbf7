package steward.app.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import steward.app.i18n.Messages;

/** 52 high under a table while rows are checked: how many, select all, what fits all of them. Ids {@code <id>-...}. */
public final class BulkBar extends HBox {
    private final Label count = Labels.strong("");
    private final HBox actions = new HBox(8);
    private final Hyperlink all;
    private boolean isShort;
    private double wordsWidth;

    /** {@code selectAll} is worded by {@code allText} ("Select all 1,231 accepted"); hidden while that is empty. */
    public <T> BulkBar(String id, DataTable<T> table, ObservableValue<String> allText) {
        super(12);
        setId(id);
        getStyleClass().add("bulk-bar");
        setAlignment(Pos.CENTER_LEFT);
        Selection<T> selection = table.selection();
        all = Buttons.link("", () -> selection.addAll(table.getItems()));
        all.setId(id + "-all");
        all.textProperty().bind(allText);
        all.visibleProperty().bind(all.textProperty().isNotEmpty());
        var close = new IconButton(Feather.X, Messages.text("control.bulk.clear"), selection::clear)
                .flat()
                .inBar();
        close.setId(id + "-clear");
        count.setMinWidth(USE_PREF_SIZE);
        all.setMinWidth(USE_PREF_SIZE);
        actions.setAlignment(Pos.CENTER_LEFT);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(count, all, actions, gap, close);
        Runnable look = () -> {
            shorten(false);
            int size = selection.sizeProperty().get();
            count.setText(
                    words(size, size == 0 ? 0 : selection.in(table.getItems()).size()));
            setVisible(size > 0);
            setManaged(isVisible());
        };
        selection.revisionProperty().subscribe(ignored -> look.run());
        table.itemsProperty().subscribe(items -> items.subscribe(look));
    }

    /** Actions are for those in the list; the rest waits for its filter. */
    private static String words(int size, int here) {
        return size == here
                ? Messages.text("control.bulk.count", size)
                : Messages.text("control.bulk.elsewhere", here, size - here);
    }

    public BulkBar actions(Node... nodes) {
        actions.getChildren().setAll(nodes);
        return this;
    }

    /** Never widens the window: actions that do not fit keep their icon and say their words on hover. */
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        if (!isShort) {
            wordsWidth = computePrefWidth(-1);
        }
        shorten(wordsWidth > getWidth());
        super.layoutChildren();
    }

    private void shorten(boolean wanted) {
        if (wanted != isShort) {
            isShort = wanted;
            actions.getChildren().forEach(this::shorten);
        }
    }

    private void shorten(Node node) {
        switch (node) {
            case Pane guard -> guard.getChildren().forEach(this::shorten);
            case Button button
            when button.getGraphic() != null -> {
                button.setContentDisplay(isShort ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
                button.setTooltip(isShort ? new Tooltip(button.getText()) : null);
            }
            default -> {}
        }
    }
}
