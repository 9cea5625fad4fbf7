package steward.app.control;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** An organization: its image, else initials on its own accent color; the one place beside the stripe that shows it. */
public final class OrganizationLogo extends StackPane {
    private static final PseudoClass ON_LIGHT = PseudoClass.getPseudoClass("on-light");
    private static final double RADIUS = 6;
    private final double size;
    private final Label initials = new Label();

    /** {@code size} in px: 28 in the top bar and lists, 32 in a dialog, 20 in a line. */
    public OrganizationLogo(double size) {
        this.size = size;
        getStyleClass().add("organization-logo");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        initials.setMinWidth(USE_PREF_SIZE);
        initials.getStyleClass().add("initials");
        initials.setStyle("-fx-font-size: " + Math.max(9, Math.round(size * 0.42)) + "px");
    }

    /** {@code accent} and {@code image} may be null. */
    public void show(String name, Color accent, Image image) {
        setAccessibleText(name);
        if (image != null) {
            setBackground(Background.EMPTY);
            getChildren().setAll(rounded(image));
            return;
        }
        Color color = accent == null ? Color.GRAY : accent;
        setBackground(new Background(new BackgroundFill(color, new CornerRadii(RADIUS), Insets.EMPTY)));
        initials.setText(Initials.of(name));
        // A light accent color takes dark letters, so that they stay legible whatever the organization chose.
        initials.pseudoClassStateChanged(ON_LIGHT, luminance(color) > 0.36);
        getChildren().setAll(initials);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private ImageView rounded(Image image) {
        var view = new ImageView(image);
        view.setFitWidth(size);
        view.setFitHeight(size);
        var clip = new Rectangle(size, size);
        clip.setArcWidth(RADIUS * 2);
        clip.setArcHeight(RADIUS * 2);
        view.setClip(clip);
        return view;
    }
}
