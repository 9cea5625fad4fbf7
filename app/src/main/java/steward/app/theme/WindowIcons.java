package steward.app.theme;

import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** Gives a window the product's icon in every size the system may ask for. */
public final class WindowIcons {
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512};

    private WindowIcons() {}

    public static void set(Stage stage) {
        stage.getIcons().setAll(IntStream.of(SIZES).mapToObj(WindowIcons::image).toList());
    }

    /** The mark itself, for the sign-in window; {@code size} is one of those in {@code icons/}. */
    public static Image image(int size) {
        String name = "/steward/app/icons/steward-" + size + ".png";
        return new Image(Objects.requireNonNull(WindowIcons.class.getResourceAsStream(name), name));
    }
}
