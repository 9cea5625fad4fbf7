package steward.app.shell;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import steward.app.dialog.Dialogs;
import steward.app.dialog.FilePicker;
import steward.app.dialog.FxDialogs;
import steward.app.dialog.ModalLayer;
import steward.app.dialog.SystemFilePicker;
import steward.app.theme.Theme;

/** The one window: the organization's stripe on top, content, popovers over it, dialogs over all. On the FX thread. */
public final class MainWindow {
    private final Stage stage;
    private final Region stripe = new Region();
    private final StackPane content = new StackPane();
    private final PopoverLayer popovers = new PopoverLayer();
    private final ModalLayer modal = new ModalLayer();
    private final Dialogs dialogs;
    private Consumer<KeyEvent> keys = event -> {};

    public MainWindow(Stage stage, Theme theme) {
        this(stage, theme, new SystemFilePicker());
    }

    public MainWindow(Stage stage, Theme theme, FilePicker files) {
        this.stage = stage;
        dialogs = new FxDialogs(modal, files);
        stripe.setId("window-stripe");
        stripe.getStyleClass().add("window-stripe");
        VBox.setVgrow(content, Priority.ALWAYS);
        var root = new StackPane(new VBox(stripe, content), popovers, modal);
        root.getStyleClass().add("window");
        var scene = new Scene(root, 1280, 800);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!modal.isOpen()) {
                keys.accept(event);
            }
        });
        scene.addEventFilter(KeyEvent.KEY_PRESSED, MainWindow::leadOn);
        modal.visibleProperty().subscribe(open -> {
            if (open) {
                popovers.hide();
            }
        });
        theme.attach(scene);
        stage.setScene(scene);
        stage.setTitle("Steward");
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
        stripe(null);
    }

    /** Tab leads out of a text area too: a tab character is nothing that any of them asks for. */
    private static void leadOn(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown() && event.getTarget() instanceof TextArea area) {
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    /** Replaces the content; popovers, keys and stripe of the one before go with it. */
    public void show(Node node) {
        popovers.hide();
        keys = event -> {};
        stripe(null);
        content.getChildren().setAll(node);
    }

    /** Fills what {@link #show} made room for: keys and stripe set meanwhile stay. */
    public void fill(Node node) {
        content.getChildren().setAll(node);
    }

    public void close() {
        stage.close();
    }

    public void onClosed(Runnable handler) {
        stage.setOnHidden(event -> handler.run());
    }

    /** The organization's accent color; null for none. */
    public void stripe(Color accent) {
        stripe.setStyle(accent == null ? "" : "-fx-background-color: " + css(accent));
    }

    /** Who sees each key first, while no dialog is open. */
    public void keys(Consumer<KeyEvent> handler) {
        keys = handler;
    }

    public void title(String text) {
        stage.setTitle(text);
    }

    public Dialogs dialogs() {
        return dialogs;
    }

    public PopoverLayer popovers() {
        return popovers;
    }

    public Scene scene() {
        return stage.getScene();
    }

    public void open() {
        stage.show();
    }

    /** A second start asks for this. */
    public void raise() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    private static String css(Color color) {
        return "rgb(%d,%d,%d)"
                .formatted(
                        Math.round(color.getRed() * 255),
                        Math.round(color.getGreen() * 255),
                        Math.round(color.getBlue() * 255));
    }
}
