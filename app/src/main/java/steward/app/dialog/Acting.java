package steward.app.dialog;

import javafx.scene.image.Image;
import javafx.scene.paint.Color;

/**
 * In which organization the dialog acts, shown first: its name, as whom ("You act as Owner, Åsa Lindqvist"), its accent
 * color and logo, both of which may be null.
 */
public record Acting(String organization, String as, Color accent, Image logo) {
    public Acting {
        if (organization.isBlank()) {
            throw new IllegalArgumentException("A dialog names the organization it acts in");
        }
    }

    public static Acting in(String organization, String as) {
        return new Acting(organization, as, null, null);
    }
}
