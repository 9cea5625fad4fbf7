package steward.app.testing;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import steward.app.shell.Tab;

/** One tab alone in a window, as large as the content of the real one, with a robot that clicks and types in it. */
public final class TabStage implements AutoCloseable {
    /** What navigation, bars and edges leave of 1280x800, and of 1024x640. */
    private static final double WIDTH = 1064;

    private static final double HEIGHT = 720;
    private static final double NARROW_WIDTH = 968;
    private static final double NARROW_HEIGHT = 560;

    public final FxRobot robot = new FxRobot();
    private final StackPane root;
    private final Stage stage;
    private final Tab tab;

    public TabStage(Supplier<? extends Tab> made) {
        Stages.start();
        tab = Stages.fx(made::get);
        root = Stages.fx(() -> new StackPane(tab.node()));
        stage = Stages.show(root, WIDTH, HEIGHT, false);
        FxToolkit.toolkitContext().setRegisteredStage(stage);
        robot.targetWindow(stage);
        Stages.run(tab::shown);
        Stages.settle();
    }

    public <N extends Node> N find(String id) {
        return Stages.find(root, id);
    }

    /** Whether a node of that id is there and can be seen. */
    public boolean shows(String id) {
        return Stages.fx(() -> {
            Node node = root.lookup("#" + id);
            for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
            return node != null;
        });
    }

    public String text(String id) {
        return Stages.fx(() -> plain(((Labeled) find(id)).getText()));
    }

    /** Every word under the node of that id, a line each. */
    public String words(String id) {
        return Stages.fx(() -> {
            var all = new StringBuilder();
            gather(find(id), all);
            return plain(all.toString());
        });
    }

    /** With ordinary spaces, as a test writes them. */
    private static String plain(String words) {
        return words.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static void gather(Node node, StringBuilder all) {
        if (!node.isVisible()) return;
        if (node instanceof Text text) all.append(text.getText()).append('\n');
        else if (node instanceof Labeled labeled) all.append(labeled.getText()).append('\n');
        else if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> gather(child, all));
    }

    public void click(String id) {
        robot.clickOn("#" + id);
        Stages.settle();
    }

    public void type(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.type(key);
            Stages.settle();
        }
    }

    /** Light and dark, and light in the smallest window. */
    public void pictures(String name) {
        Stages.picture(root, name + "-light");
        Stages.setDark(true);
        Stages.picture(root, name + "-dark");
        Stages.setDark(false);
        resize(NARROW_WIDTH, NARROW_HEIGHT);
        Stages.picture(root, name + "-narrow");
        resize(WIDTH, HEIGHT);
    }

    public void picture(String name) {
        Stages.picture(root, name);
    }

    private void resize(double width, double height) {
        Stages.run(() -> {
            stage.setWidth(width + stage.getWidth() - stage.getScene().getWidth());
            stage.setHeight(height + stage.getHeight() - stage.getScene().getHeight());
        });
        Stages.settle();
    }

    @Override
    public void close() {
        Stages.run(tab::close);
        Stages.close(stage);
    }
}
