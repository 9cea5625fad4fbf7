package steward.app.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import steward.app.i18n.Messages;

/** 52 high under a table while rows are checked: how many, select all, what fits all of them. Ids {@code <id>-...}. */
public final class BulkBar extends HBox {
    private final Label count = Labels.strong("");
    private final HBox actions = new HBox(8);
    private final Hyperlink all;

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
        actions.setAlignment(Pos.CENTER_LEFT);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(count, all, actions, gap, close);
        selection.sizeProperty().subscribe(size -> {
            count.setText(Messages.text("control.bulk.count", size));
            setVisible(size.intValue() > 0);
            setManaged(isVisible());
        });
    }

    public BulkBar actions(Node... nodes) {
        actions.getChildren().setAll(nodes);
        return this;
    }
}
