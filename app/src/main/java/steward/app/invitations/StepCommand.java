package steward.app.invitations;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import steward.app.shell.Command;

/**
 * A button of a step, for the palette and the keys as well: named as it is, and offered only while it can be used.
 *
 * @param keys or null
 */
record StepCommand(Button button, Ikon icon, KeyCombination keys) {

    static List<Command> list(StepCommand... all) {
        return Stream.of(all)
                .filter(each -> isShown(each.button()) && !each.button().isDisabled())
                .map(each -> new Command(
                        each.button().getId(),
                        each.button().getText(),
                        "",
                        each.icon(),
                        each.keys(),
                        each.button()::fire))
                .toList();
    }

    private static boolean isShown(Node button) {
        for (Node each = button; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return button.getScene() != null;
    }
}
