package steward.app.theme;

import javafx.animation.Interpolator;
import javafx.animation.TranslateTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;

/** The one movement there is: panels slide in for 120 ms, unless the system asks for stillness. */
public final class Motion {
    private static final Duration TIME = Duration.millis(120);
    private static boolean still;

    private Motion() {}

    /** Nothing moves from now on, for tests and pictures. */
    public static void off() {
        still = true;
    }

    /** Lets a node that has just been shown come from {@code distance} px at its right. */
    public static void slideIn(Node node, double distance) {
        if (still || Platform.getPreferences().isReducedMotion()) {
            return;
        }
        var slide = new TranslateTransition(TIME, node);
        slide.setFromX(distance);
        slide.setToX(0);
        slide.setInterpolator(Interpolator.EASE_OUT);
        slide.play();
    }
}
