package steward.app.testing;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import steward.api.Role;
import steward.app.dialog.FxDialogs;
import steward.app.dialog.ModalLayer;
import steward.app.fx.Background;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Tab;
import steward.app.shell.Window;

/**
 * A tab in a window with the place the shell leaves it, real dialogs, and everything in the background done inline. Data is
 * put in through {@link #run}, as the window would hear of it.
 */
public final class TabWindow implements AutoCloseable {
    public final FxRobot robot = new FxRobot();
    public final Tab tab;
    private final StackPane root = new StackPane();
    private final Stage stage;

    private TabWindow(
            TestOrganization organization,
            Role role,
            Function<OrganizationContext, Tab> make,
            double width,
            double height) {
        Stages.start();
        var layer = Stages.fx(ModalLayer::new);
        OrganizationContext context = organization.context(role, Background.direct());
        var window = new Window(
                new FxDialogs(layer),
                context.window().notices(),
                context.window().navigator(),
                context.window().memory(),
                context.window().logos());
        var own = new OrganizationContext(
                context.session(),
                context.organization(),
                context.background(),
                context.ticker(),
                window,
                context.staging());
        tab = Stages.fx(() -> make.apply(own));
        Stages.run(() -> root.getChildren().setAll(framed(tab.node(), width), layer));
        stage = Stages.show(root, width, height, false);
        Stages.run(tab::shown);
        Stages.settle();
    }

    public static TabWindow open(TestOrganization organization, Role role, Function<OrganizationContext, Tab> make) {
        return new TabWindow(organization, role, make, 1280, 800);
    }

    public static TabWindow small(TestOrganization organization, Role role, Function<OrganizationContext, Tab> make) {
        return new TabWindow(organization, role, make, 1024, 640);
    }

    private static BorderPane framed(Node node, double width) {
        var frame = new BorderPane(node);
        frame.setTop(space(52, 52));
        frame.setBottom(space(28, 28));
        frame.setLeft(space(width < 1100 ? 56 : 216, 0));
        return frame;
    }

    private static Region space(double width, double height) {
        var region = new Region();
        region.setMinSize(width, height);
        region.setStyle("-fx-background-color: -color-bg-subtle");
        return region;
    }

    /** Does something on the FX thread and waits until it has been laid out. */
    public void run(Runnable work) {
        Stages.run(work);
        Stages.settle();
    }

    public <N extends Node> N find(String id) {
        return Stages.find(root, id);
    }

    /** Whether a node of that id is there and seen. */
    public boolean shows(String id) {
        return Stages.fx(() -> {
            Node found = root.lookup("#" + id);
            for (Node each = found; each != null; each = each.getParent()) {
                if (!each.isVisible()) {
                    return false;
                }
            }
            return found != null;
        });
    }

    public void click(String id) {
        robot.clickOn("#" + id);
        Stages.settle();
    }

    public void type(KeyCode... keys) {
        robot.type(keys);
        Stages.settle();
    }

    public void write(String text) {
        robot.write(text, 0);
        Stages.settle();
    }

    public Node focused() {
        return Stages.fx(() -> root.getScene().getFocusOwner());
    }

    /** Pictures of the window, light and dark. */
    public void picture(String name) {
        Stages.setDark(false);
        Stages.picture(root, name + "-light");
        Stages.setDark(true);
        Stages.picture(root, name + "-dark");
        Stages.setDark(false);
    }

    @Override
    public void close() {
        Stages.run(tab::hidden);
        Stages.run(tab::close);
        Stages.close(stage);
    }
}
