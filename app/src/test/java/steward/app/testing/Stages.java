package steward.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import steward.app.theme.Motion;
import steward.app.theme.Theme;

/**
 * For tests of views: starts the headless toolkit once, shows a node in a themed window of 1280x800, finds nodes by id,
 * takes pictures. Everything that touches a node goes through {@link #fx}.
 */
public final class Stages {
    private static final Path PICTURES = Path.of("target", "screens");
    private static Theme theme;

    private Stages() {}

    /** Starts the toolkit; harmless to repeat. */
    public static synchronized void start() {
        if (theme != null) {
            return;
        }
        CssWarnings.listen();
        Motion.off();
        var started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            started.await();
        } catch (IllegalStateException alreadyRunning) {
            started.countDown();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Platform.setImplicitExit(false);
        theme = fx(() -> {
            Theme.loadFonts();
            return new Theme(Theme.Mode.LIGHT);
        });
    }

    /** Runs on the FX thread and waits for the result. */
    public static <T> T fx(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            return call(work);
        }
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) throw problem;
            if (e.getCause() instanceof Error problem) throw problem;
            throw new IllegalStateException(e);
        }
    }

    public static void run(Runnable work) {
        fx(() -> {
            work.run();
            return null;
        });
    }

    /** Waits until everything queued on the FX thread has run and two frames have been laid out since. */
    public static void settle() {
        run(() -> {});
        var frames = new CountDownLatch(2);
        var timer = fx(() -> {
            var counter = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frames.countDown();
                }
            };
            counter.start();
            return counter;
        });
        try {
            if (!frames.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("The toolkit draws no frames");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        run(timer::stop);
    }

    /** Shows {@code root} at 1280x800, light. */
    public static Stage show(Parent root) {
        return show(root, 1280, 800, false);
    }

    public static Stage show(Parent root, double width, double height, boolean dark) {
        start();
        Stage stage = fx(() -> {
            theme.modeProperty().set(dark ? Theme.Mode.DARK : Theme.Mode.LIGHT);
            var scene = new Scene(root, width, height);
            theme.attach(scene);
            var window = new Stage();
            window.setScene(scene);
            window.show();
            root.applyCss();
            root.layout();
            return window;
        });
        settle();
        return stage;
    }

    public static void setDark(boolean dark) {
        run(() -> theme.modeProperty().set(dark ? Theme.Mode.DARK : Theme.Mode.LIGHT));
        settle();
    }

    public static void close(Stage stage) {
        run(() -> {
            theme.detach(stage.getScene());
            stage.close();
        });
    }

    /** The node of that id, which must be there. */
    @SuppressWarnings("unchecked")
    public static <N extends Node> N find(Parent root, String id) {
        return fx(() -> {
            Node found = root.lookup("#" + id);
            if (found == null) {
                throw new AssertionError("No node with the id " + id);
            }
            return (N) found;
        });
    }

    /** Writes {@code target/screens/<name>.png}. */
    public static Path picture(Parent root, String name) {
        settle();
        WritableImage image = fx(() -> {
            root.applyCss();
            root.layout();
            var window = new SnapshotParameters();
            window.setViewport(new Rectangle2D(
                    0, 0, root.getScene().getWidth(), root.getScene().getHeight()));
            return root.snapshot(window, null);
        });
        try {
            Path file = Files.createDirectories(PICTURES).resolve(name + ".png");
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
