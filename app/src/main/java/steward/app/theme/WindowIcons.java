package steward.app.theme;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/** The product's icon. Thread-safe. */
public final class WindowIcons {
    private static final int[] SIZES = {16, 32, 64, 128, 256};

    private WindowIcons() {}

    /** In every size a desktop asks for. */
    public static List<Image> all() {
        return IntStream.of(SIZES).mapToObj(WindowIcons::image).toList();
    }

    /** The mark itself, for the sign-in window; {@code size} is one of those in {@code icons/}. */
    public static Image image(int size) {
        String name = "/steward/app/icons/steward-" + size + ".png";
        return new Image(Objects.requireNonNull(WindowIcons.class.getResourceAsStream(name), name));
    }
}
