package steward.app.control;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Subscription;

/**
 * Keeps the keys inside what lies over the window, and gives them back at its end: to where they were, or to where
 * something below has asked for them meanwhile. On the FX thread.
 */
public final class FocusTrap {
    private final Node layer;
    private Node below;
    private Node inside;
    private Subscription guard = Subscription.EMPTY;

    public FocusTrap(Node layer) {
        this.layer = layer;
    }

    /** Leads the keys to {@code first}, which stands inside; may be called again for another. */
    public void open(Node first) {
        Scene scene = layer.getScene();
        boolean closed = guard == Subscription.EMPTY;
        guard.unsubscribe();
        inside = first;
        if (closed && scene != null) {
            below = scene.getFocusOwner();
        }
        first.requestFocus();
        if (scene != null) {
            guard = scene.focusOwnerProperty().subscribe(this::keep);
        }
    }

    public void close() {
        guard.unsubscribe();
        guard = Subscription.EMPTY;
        if (below != null) {
            below.requestFocus();
            below = null;
        }
    }

    private void keep(Node owner) {
        if (owner == null) {
            return;
        }
        if (isInside(owner)) {
            inside = owner;
            return;
        }
        // Tab past the last control leads out, too, but nothing below has asked for the keys then.
        if (!owner.isFocusVisible()) {
            below = owner;
        }
        inside.requestFocus();
    }

    private boolean isInside(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == layer) {
                return true;
            }
        }
        return false;
    }
}
