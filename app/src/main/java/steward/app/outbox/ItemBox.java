package steward.app.outbox;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Buttons;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.sync.SendingState;

/**
 * One change in two lines, its time at the right with a word below. Its nodes stay while the seconds run: a button that is
 * replaced under the pointer loses the click.
 */
final class ItemBox extends HBox {

    private final OutboxViewModel model;
    private final StackPane icon = new StackPane();
    private final Label title = Labels.explainWhenCut(Labels.medium(""));
    private final Label reason = Labels.explainWhenCut(Labels.secondary(""));
    private final Label time = Labels.body("");
    private final Label under = Labels.secondary("");
    private final Button undo;
    private OutboxLine.Item item;

    ItemBox(OutboxViewModel model) {
        super(12);
        this.model = model;
        undo = Buttons.inBar(
                Buttons.normal(Messages.text("outbox.undo.action"), Feather.ROTATE_CCW, () -> model.takeBack(item)));
        undo.setId("outbox-undo");
        undo.managedProperty().bind(undo.visibleProperty());
        var words = new VBox(title, reason);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        time.setMinWidth(USE_PREF_SIZE);
        under.setMinWidth(USE_PREF_SIZE);
        var times = new VBox(time, under);
        times.setAlignment(Pos.CENTER_RIGHT);
        times.setMinWidth(104);
        icon.setMinWidth(16);
        getChildren().addAll(icon, words, undo, times);
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(OutboxLine.Item shown) {
        item = shown;
        icon.getChildren().setAll(Icons.toned(OperationWords.icon(shown.first().kind()), 16, Tone.MUTED));
        title.setText(OperationWords.title(shown));
        tick();
    }

    void tick() {
        undo.setVisible(item.inUndoWindow(model.now()) && model.canTakeBack(item));
        SendingState sending = model.sending(item.first().orgId());
        reason.setText(OperationWords.reason(item, sending, model.now()));
        time.setText(OperationWords.time(item, sending, model.now()));
        under.setText(OperationWords.underTime(item, sending, model.now()));
    }
}
