package steward.app.tour;

import java.time.Duration;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/** Mouse and keyboard. Called on the tour's thread. */
final class Hand {
    /** How far from the row's left its check box stands. */
    private static final double BOX = 20;

    private final Scene scene;
    private final Patience patience = new Patience(Duration.ofSeconds(20), Duration.ofMillis(200));
    private final Sight sight;
    private final Robot robot;

    Hand(Scene scene, Sight sight) {
        this.scene = scene;
        this.sight = sight;
        this.robot = Toolkit.ask(Robot::new);
    }

    void click(String id) {
        patience.until("#" + id + " is clicked", () -> {
            Node node = sight.usable(id);
            bringIntoView(node);
            return click(node, 0.5);
        });
    }

    /** Takes the mark out of a check box that has one. */
    void uncheck(String id) {
        Node box = sight.find(id);
        if (Toolkit.ask(() -> ((CheckBox) box).isSelected())) {
            click(id);
        }
    }

    /** Near the left of the row, where no control of it stands; again when the list changed under the pointer. */
    void clickRow(String listId, int index) {
        patience.until("row " + index + " of #" + listId + " is selected", () -> {
            if (!sight.isSelected(listId, index)) {
                click(sight.row(listId, index), 0.25);
                Toolkit.settle();
            }
            return sight.isSelected(listId, index);
        });
    }

    /** The row's check box, in the first column. */
    void checkRow(String listId, int index) {
        Node row = sight.row(listId, index);
        click(row, BOX / Toolkit.ask(() -> row.getLayoutBounds().getWidth()));
    }

    /** Puts the text in place of what stands in the field. */
    void fill(String id, String text) {
        click(id);
        press(KeyCode.SHORTCUT, KeyCode.A);
        if (text.isEmpty()) {
            press(KeyCode.DELETE);
        }
        type(text);
    }

    /** To whatever has the focus; the Robot itself knows no letters beyond a keyboard's own. */
    void type(String text) {
        Toolkit.run(() -> text.codePoints().forEach(this::typed));
    }

    /** Holds all but the last key, as for a shortcut. */
    void press(KeyCode... keys) {
        Toolkit.run(() -> {
            for (KeyCode key : keys) {
                robot.keyPress(real(key));
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(real(keys[i]));
            }
        });
    }

    private void typed(int letter) {
        Node focus = scene.getFocusOwner();
        if (focus == null) {
            throw new TourException("nothing has the focus to type into");
        }
        String text = Character.toString(letter);
        Event.fireEvent(
                focus, new KeyEvent(KeyEvent.KEY_TYPED, text, text, KeyCode.UNDEFINED, false, false, false, false));
    }

    private static KeyCode real(KeyCode key) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        return key == KeyCode.SHORTCUT ? (mac ? KeyCode.COMMAND : KeyCode.CONTROL) : key;
    }

    /** False when the node has gone meanwhile. */
    private boolean click(Node node, double across) {
        // What was just shown may still be moving to its place.
        Toolkit.settle();
        return Toolkit.ask(() -> {
            Bounds bounds = node.getLayoutBounds();
            Point2D place = node.localToScreen(bounds.getMinX() + bounds.getWidth() * across, bounds.getCenterY());
            return place != null && Sight.isShown(node) && clickAt(place);
        });
    }

    private boolean clickAt(Point2D place) {
        robot.mouseMove(place);
        robot.mousePress(MouseButton.PRIMARY);
        robot.mouseRelease(MouseButton.PRIMARY);
        return true;
    }

    /** As the mouse wheel would, when the node stands outside what its scroll pane shows. */
    private static void bringIntoView(Node node) {
        Toolkit.run(() -> {
            for (Node each = node.getParent(); each != null; each = each.getParent()) {
                if (each instanceof ScrollPane pane) {
                    scroll(pane, node);
                }
            }
        });
    }

    private static void scroll(ScrollPane pane, Node node) {
        Bounds content = pane.getContent().getLayoutBounds();
        double hidden = content.getHeight() - pane.getViewportBounds().getHeight();
        if (hidden > 0) {
            Bounds place = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
            double top = pane.getVvalue() * hidden;
            boolean inside = place.getMinY() >= top
                    && place.getMaxY() <= top + pane.getViewportBounds().getHeight();
            if (!inside) {
                pane.setVvalue(Math.clamp((place.getMinY() - 24) / hidden, 0, 1));
            }
        }
    }
}
