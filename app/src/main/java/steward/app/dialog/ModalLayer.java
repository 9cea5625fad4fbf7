package steward.app.dialog;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import steward.app.control.FocusTrap;

/**
 * Lies over the whole window: dims it, holds one dialog, keeps the focus and every key inside. The shell puts it last in
 * its root {@code StackPane}.
 */
public final class ModalLayer extends StackPane {
    private final FocusTrap focus = new FocusTrap(this);
    private Runnable escape = () -> {};

    public ModalLayer() {
        setId("modal-layer");
        getStyleClass().add("modal-layer");
        setAlignment(Pos.CENTER);
        setVisible(false);
        addEventHandler(KeyEvent.ANY, this::onKey);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    /** Shows a dialog; {@code firstFocus} may be null, {@code onEscape} runs on Esc. */
    public void open(Region dialog, Node firstFocus, Runnable onEscape) {
        escape = onEscape;
        getChildren().setAll(dialog);
        dialog.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setVisible(true);
        focus.open(firstFocus == null ? dialog : firstFocus);
    }

    public void close() {
        focus.close();
        setVisible(false);
        getChildren().clear();
    }

    public boolean isOpen() {
        return isVisible();
    }

    private void onKey(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE) {
            escape.run();
        }
        // Tab must reach the scene to move the focus; shortcuts of the window below must not.
        if (event.getCode() != KeyCode.TAB) {
            event.consume();
        }
    }
}
