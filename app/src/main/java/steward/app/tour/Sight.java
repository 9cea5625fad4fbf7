package steward.app.tour;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Window;

/** Finds what a person would see, in the window and in the menus over it. Called on the tour's thread. */
final class Sight {
    private final Scene scene;
    private final Patience patience = new Patience(Duration.ofSeconds(20), Duration.ofMillis(25));

    Sight(Scene scene) {
        this.scene = scene;
    }

    /** The node of that id, once it is shown. */
    Node find(String id) {
        return patience.await("#" + id + " is shown", () -> Toolkit.ask(() -> shown(id)));
    }

    /** The node of that id, once it is shown and can be used. */
    Node usable(String id) {
        return patience.await(
                "#" + id + " can be used", () -> Toolkit.ask(() -> shown(id).filter(node -> !node.isDisabled())));
    }

    /** A row of a table or list, once it is there. */
    Node row(String listId, int index) {
        return patience.await(
                "row " + index + " of #" + listId,
                () -> Toolkit.ask(() -> shown(listId).flatMap(list -> cell(list, index))));
    }

    boolean isSelected(String listId, int index) {
        return Toolkit.ask(() -> shown(listId)
                .flatMap(list -> cell(list, index))
                .filter(cell -> ((IndexedCell<?>) cell).isSelected())
                .isPresent());
    }

    /** Until the table shows exactly that many rows. */
    void rows(String listId, Predicate<Integer> fits, String what) {
        patience.until(
                "#" + listId + " shows " + what,
                () -> Toolkit.ask(() -> shown(listId)
                        .filter(list -> fits.test((int) cells(list).count()))
                        .isPresent()));
    }

    boolean isThere(String id) {
        return Toolkit.ask(() -> shown(id).isPresent());
    }

    void gone(String id) {
        patience.until("#" + id + " is gone", () -> !isThere(id));
    }

    /** Until the node's own text fits. */
    String text(String id, Predicate<String> fits, String what) {
        return patience.await(
                "#" + id + " says " + what,
                () -> Toolkit.ask(() -> shown(id).map(Sight::textOf).filter(fits)));
    }

    String text(String id) {
        return text(id, text -> !text.isBlank(), "something");
    }

    private Optional<Node> shown(String id) {
        // A menu over the window comes first: that is where one looks.
        return Stream.concat(
                        Window.getWindows().stream()
                                .map(Window::getScene)
                                .filter(each -> each != null
                                        && each != scene
                                        && each.getWindow().isShowing()),
                        Stream.of(scene))
                .flatMap(each -> within(each.getRoot(), id).stream())
                .findFirst();
    }

    /** By hand: a selector would stumble over the signs in ids made of addresses. */
    private static Optional<Node> within(Node node, String id) {
        if (!node.isVisible()) {
            return Optional.empty();
        }
        if (id.equals(node.getId()) && isShown(node)) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> within(child, id).stream())
                        .findFirst()
                : Optional.empty();
    }

    static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        Bounds bounds = node.getLayoutBounds();
        return node.getScene() != null && bounds.getWidth() > 0 && bounds.getHeight() > 0;
    }

    private static Optional<Node> cell(Node list, int index) {
        return cells(list)
                .filter(cell -> cell.getIndex() == index)
                .map(Node.class::cast)
                .findFirst();
    }

    private static Stream<IndexedCell<?>> cells(Node list) {
        return Stream.of(".table-row-cell", ".list-cell")
                .flatMap(kind -> list.lookupAll(kind).stream())
                .filter(IndexedCell.class::isInstance)
                .<IndexedCell<?>>map(node -> (IndexedCell<?>) node)
                .filter(cell -> !cell.isEmpty() && isShown(cell))
                .sorted(Comparator.comparingInt(IndexedCell::getIndex));
    }

    private static String textOf(Node node) {
        return switch (node) {
            case Labeled label -> label.getText();
            case TextInputControl field -> field.getText();
            case Text text -> text.getText();
            default -> "";
        };
    }
}
