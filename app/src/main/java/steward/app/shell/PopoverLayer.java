package steward.app.shell;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import steward.app.control.FocusTrap;

/** Over the content, one popover at a time, at a place of the window; Esc or a click beside it closes it. */
public final class PopoverLayer extends Pane {
    private final FocusTrap trap = new FocusTrap(this);
    private Region shown;
    private Runnable hidden = () -> {};

    PopoverLayer() {
        setId("popovers");
        setVisible(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                hide();
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
    }

    /** Shows a popover with its top left corner at x, y; {@code focus} gets the keys, {@code onHidden} hears of the end. */
    void show(Region popover, double x, double y, Node focus, Runnable onHidden) {
        if (isVisible()) {
            hidden.run();
        }
        shown = popover;
        hidden = onHidden;
        popover.relocate(x, y);
        getChildren().setAll(popover);
        setVisible(true);
        trap.open(focus);
    }

    boolean isShowing(Region popover) {
        return isVisible() && shown == popover;
    }

    void hide() {
        if (!isVisible()) {
            return;
        }
        trap.close();
        setVisible(false);
        getChildren().clear();
        shown = null;
        hidden.run();
    }

    @Override
    protected void layoutChildren() {
        for (Node child : getChildren()) {
            double width = child.prefWidth(-1);
            double height = Math.min(child.prefHeight(width), getHeight() - child.getLayoutY() - 16);
            child.resize(width, height);
        }
    }
}
