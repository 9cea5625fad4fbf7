package steward.app.testing;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keys pressed on a node, as the toolkit would send them. */
public final class Keys {
    private Keys() {}

    public static void press(Node node, KeyCode code) {
        send(node, code, "", false);
    }

    public static void pressShortcut(Node node, KeyCode code) {
        send(node, code, "", true);
    }

    /** The key goes down and its character arrives, at whatever has the focus by then. */
    public static void type(Node node, KeyCode code, String text) {
        send(node, code, text, false);
        Stages.run(() -> {
            Node focused = node.getScene().getFocusOwner();
            Node target = focused == null ? node : focused;
            target.fireEvent(
                    new KeyEvent(KeyEvent.KEY_TYPED, text, text, KeyCode.UNDEFINED, false, false, false, false));
        });
        Stages.settle();
    }

    private static void send(Node node, KeyCode code, String text, boolean shortcut) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        Stages.run(() -> node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, shortcut && !mac, false, shortcut && mac)));
        Stages.settle();
    }
}
