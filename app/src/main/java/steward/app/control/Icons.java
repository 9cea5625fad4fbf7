package steward.app.control;

import javafx.scene.text.Font;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

/** Feather icons in the three sizes of the design: 16 in the window, 14 in tables, 12 in badges. */
public final class Icons {
    private Icons() {}

    public static FontIcon of(Ikon ikon) {
        return sized(ikon, 16);
    }

    public static FontIcon small(Ikon ikon) {
        return sized(ikon, 14);
    }

    public static FontIcon tiny(Ikon ikon) {
        return sized(ikon, 12);
    }

    /** An icon in the colour of a tone. */
    public static FontIcon toned(Ikon ikon, int size, Tone tone) {
        FontIcon icon = sized(ikon, size);
        icon.getStyleClass().add(tone.styleClass());
        return icon;
    }

    public static FontIcon sized(Ikon ikon, int size) {
        FontIcon icon = FontIcon.of(ikon, size);
        icon.setFont(font(ikon, size));
        // The theme sets its own size by style sheet, which wins over code: so the size is a style class as well.
        icon.getStyleClass().addAll("icon", "size-" + size);
        return icon;
    }

    /**
     * The icon names its font by style only, and is measured before any applies: in the system's font, where the toolkit would
     * open every installed font in search of the glyph.
     */
    private static Font font(Ikon ikon, int size) {
        String family = IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance())
                .resolve(ikon.getDescription())
                .getFontFamily();
        return Font.font(family, size);
    }
}
