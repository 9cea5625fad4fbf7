package steward.app.control;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import steward.app.i18n.Messages;

/**
 * 52 high at the bottom of the content, with a line that runs down until the change leaves this machine. Never covers a
 * row: it takes its own place. Ids {@code undo-bar}, {@code undo-bar-undo}, {@code undo-bar-close}.
 */
public final class UndoBar extends StackPane {

    /**
     * What can be taken back: {@code strong} says what was done, {@code text} words the seconds left, {@code undo} takes
     * it back; the line runs from {@code since} to {@code until}.
     */
    public record Offer(String strong, IntFunction<String> text, Instant since, Instant until, Runnable undo) {}

    private static final KeyCombination KEYS = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final Label strong = Labels.strong("");
    private final Label text = Labels.body("");
    private final Region line = new Region();
    private Offer offer;
    private Instant now = Instant.EPOCH;

    /** {@code clock} is {@code ticker.quarter()}. */
    public UndoBar(ObservableValue<Instant> clock) {
        setId("undo-bar");
        getStyleClass().add("undo-bar");
        line.getStyleClass().add("undo-line");
        line.setManaged(false);
        Button undo =
                Buttons.inBar(Buttons.normal(Messages.text("control.undo.action"), Feather.ROTATE_CCW, this::takeBack));
        undo.setId("undo-bar-undo");
        // the bar comes up where the button was that brought it: a double click there is not meant for it
        undo.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getClickCount() > 1) {
                event.consume();
            }
        });
        undo.setTooltip(new Tooltip(Messages.text("control.undo.keys", KEYS.getDisplayText())));
        var close = new IconButton(Feather.X, Messages.text("control.undo.close"), this::hide)
                .flat()
                .inBar();
        close.setId("undo-bar-close");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        strong.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(8, Icons.toned(Feather.UPLOAD_CLOUD, 16, Tone.ACCENT), strong, text, gap, undo, close);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("undo-row");
        getChildren().addAll(row, line);
        hide();
        clock.subscribe(instant -> {
            now = instant;
            refresh();
        });
    }

    public void show(Offer offered) {
        offer = offered;
        strong.setText(offered.strong());
        setVisible(true);
        setManaged(true);
        refresh();
    }

    public void hide() {
        offer = null;
        setVisible(false);
        setManaged(false);
    }

    /** Takes back what is offered; false when nothing is. */
    public boolean takeBack() {
        if (offer == null) {
            return false;
        }
        Runnable undo = offer.undo();
        hide();
        undo.run();
        return true;
    }

    private void refresh() {
        if (offer == null) {
            return;
        }
        Duration left = Duration.between(now, offer.until());
        if (left.isNegative() || left.isZero()) {
            hide();
            return;
        }
        text.setText(offer.text().apply((int) Math.ceil(left.toMillis() / 1000.0)));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (offer != null) {
            double whole =
                    Math.max(1, Duration.between(offer.since(), offer.until()).toMillis());
            double share = Math.clamp(Duration.between(now, offer.until()).toMillis() / whole, 0, 1);
            line.resizeRelocate(0, getHeight() - 2, getWidth() * share, 2);
        }
    }
}
