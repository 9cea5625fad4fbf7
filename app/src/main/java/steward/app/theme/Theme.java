package steward.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Light, dark, or as the system has it. One for the whole application; belongs to the FX thread. */
public final class Theme {
    /** What the user chose. */
    public enum Mode {
        SYSTEM,
        LIGHT,
        DARK
    }

    private static final String[] FONTS = {"Regular", "Medium", "SemiBold", "Bold"};

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode");
    private final BooleanBinding dark;
    private final List<Scene> scenes = new ArrayList<>();

    public Theme(Mode initial) {
        mode.set(initial);
        var system = Platform.getPreferences().colorSchemeProperty();
        dark = Bindings.createBooleanBinding(
                () -> mode.get() == Mode.DARK || (mode.get() == Mode.SYSTEM && system.get() == ColorScheme.DARK),
                mode,
                system);
        dark.subscribe(this::apply);
    }

    /** The product's font, and the system's that stands in where it has no glyph; before anything is drawn. Thread-safe. */
    public static void loadFonts() {
        SystemFonts.ask();
        Font.getDefault();
        for (String font : FONTS) {
            Font.loadFont(resource("fonts/Inter-" + font + ".ttf"), 13);
        }
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    public ObservableBooleanValue darkProperty() {
        return dark;
    }

    /** Turns light into dark and back, whatever the system says. */
    public void toggle() {
        mode.set(dark.get() ? Mode.LIGHT : Mode.DARK);
    }

    /** Gives the scene the product's style sheets, now and after every change. Popups inherit them. */
    public void attach(Scene scene) {
        scenes.add(scene);
        scene.getStylesheets().setAll(sheets(dark.get()));
    }

    public void detach(Scene scene) {
        scenes.remove(scene);
    }

    private void apply(boolean isDark) {
        Application.setUserAgentStylesheet(
                isDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scenes.forEach(scene -> scene.getStylesheets().setAll(sheets(isDark)));
    }

    private static List<String> sheets(boolean isDark) {
        return List.of(
                resource(isDark ? "dark.css" : "light.css"),
                resource("type.css"),
                resource("controls.css"),
                resource("timing.css"),
                resource("table.css"),
                resource("page.css"),
                resource("shell.css"),
                resource("tabs.css"),
                resource("chart.css"),
                resource("import.css"),
                resource("controlsfx.css"));
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
