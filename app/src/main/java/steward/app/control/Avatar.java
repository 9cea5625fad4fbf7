package steward.app.control;

import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;

/** A person: their image, else initials on a colour that stays with the name. */
public final class Avatar extends StackPane {
    private static final int COLORS = 5;
    private final Label initials = new Label();
    private final double size;

    /** {@code size} in px: 24 in tables, 28 in the top bar, 40 in a panel. */
    public Avatar(double size) {
        this.size = size;
        getStyleClass().add("avatar");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        initials.setMinWidth(USE_PREF_SIZE);
        initials.getStyleClass().add(size < 22 ? "tiny" : size < 28 ? "small" : size < 36 ? "medium-size" : "large");
        getChildren().add(initials);
    }

    public Avatar(double size, String name) {
        this(size);
        show(name, null);
    }

    /** {@code image} may be null. */
    public void show(String name, Image image) {
        getStyleClass().removeIf(styleClass -> styleClass.startsWith("color-"));
        getStyleClass().add("color-" + Math.floorMod(name.hashCode(), COLORS));
        initials.setText(Initials.of(name));
        setAccessibleText(name);
        if (image == null) {
            getChildren().setAll(initials);
        } else {
            getChildren().setAll(clipped(image));
        }
    }

    private ImageView clipped(Image image) {
        var view = new ImageView(image);
        view.setFitWidth(size);
        view.setFitHeight(size);
        view.setClip(new Circle(size / 2, size / 2, size / 2));
        return view;
    }
}
