package steward.app.dialog;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/**
 * Lies over the whole window: dims it, holds one dialog, keeps the focus and every key inside. The shell puts it last in
 * its root {@code StackPane}.
 */
public final class ModalLayer extends StackPane {
    private Node focusBefore;
    private Node focusInside;
    private Runnable escape = () -> {};
    private Subscription guard = Subscription.EMPTY;

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
        boolean alreadyOpen = isVisible();
        Scene scene = getScene();
        if (!alreadyOpen && scene != null) {
            focusBefore = scene.getFocusOwner();
        }
        escape = onEscape;
        getChildren().setAll(dialog);
        dialog.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setVisible(true);
        focusInside = firstFocus == null ? dialog : firstFocus;
        focusInside.requestFocus();
        guard.unsubscribe();
        if (scene != null) {
            guard = scene.focusOwnerProperty().subscribe(this::keepInside);
        }
    }

    public void close() {
        guard.unsubscribe();
        setVisible(false);
        getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
    }

    public boolean isOpen() {
        return isVisible();
    }

    /** Tab past the last button would reach the window below: the focus comes back to where it was. */
    private void keepInside(Node owner) {
        if (isInside(owner)) {
            focusInside = owner;
        } else if (isVisible() && owner != null) {
            focusInside.requestFocus();
        }
    }

    private boolean isInside(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == this) {
                return true;
            }
        }
        return false;
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
