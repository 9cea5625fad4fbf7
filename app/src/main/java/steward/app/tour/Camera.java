package steward.app.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import steward.app.theme.Theme;

/** Takes each step's picture in light and in dark, once nothing in the window is loading any more. */
final class Camera {
    private final Scene scene;
    private final Theme theme;
    private final Path folder;
    private final Patience patience = new Patience(Duration.ofSeconds(15), Duration.ofMillis(30));
    private int number;

    Camera(Scene scene, Theme theme, Path folder, int first) {
        this.scene = scene;
        this.theme = theme;
        this.folder = folder;
        this.number = first;
    }

    void take(String step) {
        patience.until("the window has loaded", () -> Toolkit.ask(this::isLoaded));
        boolean dark = Toolkit.ask(() -> theme.darkProperty().get());
        // Two turns at most: the mode it already has comes first.
        for (boolean each : new boolean[] {dark, !dark}) {
            Toolkit.run(() -> theme.modeProperty().set(each ? Theme.Mode.DARK : Theme.Mode.LIGHT));
            Toolkit.settle();
            write("%02d-%s-%s.png".formatted(number, step, each ? "dark" : "light"));
        }
        number++;
    }

    private boolean isLoaded() {
        return scene.getRoot().lookupAll(".skeleton").stream().noneMatch(Sight::isShown);
    }

    private void write(String name) {
        WritableImage image = Toolkit.ask(() -> {
            var whole = new SnapshotParameters();
            whole.setViewport(new Rectangle2D(0, 0, scene.getWidth(), scene.getHeight()));
            return scene.getRoot().snapshot(whole, null);
        });
        try {
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null),
                    "png",
                    folder.resolve(name).toFile());
        } catch (IOException e) {
            throw new TourException("the picture " + name + " cannot be written", e);
        }
    }
}
