package steward.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steward.app.testing.Stages;

/** Words stand out from what they stand on by at least 4.5 to 1, in both themes. */
class ContrastTest {
    @BeforeAll
    static void start() {
        Stages.start();
    }

    @ParameterizedTest
    @CsvSource({
        "-color-fg-default, -color-bg-default",
        "-color-fg-muted, -color-bg-default",
        "-color-fg-muted, -color-bg-subtle",
        "-color-fg-muted, -color-accent-subtle",
        "-color-fg-default, -color-accent-subtle",
        "-color-accent-fg, -color-bg-default",
        "-color-accent-fg, -color-accent-subtle",
        "-color-success-fg, -color-success-subtle",
        "-color-warning-fg, -color-warning-subtle",
        "-color-danger-fg, -color-danger-subtle",
        "-color-danger-fg, -color-bg-subtle",
        "-color-fg-emphasis, -color-accent-emphasis",
        "-color-fg-emphasis, -steward-support-bg",
        "-color-fg-default, -steward-nav-selected",
        "-color-fg-default, -color-neutral-muted",
        "-steward-tooltip-fg, -steward-tooltip-bg",
        "-steward-avatar-0-fg, -steward-avatar-0-bg",
        "-steward-avatar-1-fg, -steward-avatar-1-bg",
        "-steward-avatar-2-fg, -steward-avatar-2-bg",
        "-steward-avatar-3-fg, -steward-avatar-3-bg",
        "-steward-avatar-4-fg, -steward-avatar-4-bg"
    })
    void wordsStandOut(String words, String ground) {
        var label = Stages.fx(() -> new Label("x"));
        var box = Stages.fx(() -> new StackPane(label));
        var page = Stages.fx(() -> new StackPane(box));
        Stages.run(() -> {
            label.setStyle("-fx-text-fill: " + words);
            box.setStyle("-fx-background-color: " + ground);
            page.setStyle("-fx-background-color: -color-bg-default");
        });
        Stage stage = Stages.show(page, 100, 100, false);
        double light = Stages.fx(() -> contrast(label, box, page));
        Stages.setDark(true);
        double dark = Stages.fx(() -> {
            page.applyCss();
            return contrast(label, box, page);
        });
        Stages.close(stage);
        assertThat(light).as("light").isGreaterThanOrEqualTo(4.5);
        assertThat(dark).as("dark").isGreaterThanOrEqualTo(4.5);
    }

    private static double contrast(Label label, StackPane box, StackPane page) {
        Color ground = over(fill(box), fill(page));
        Color words = over((Color) label.getTextFill(), ground);
        double lighter = Math.max(luminance(words), luminance(ground));
        double darker = Math.min(luminance(words), luminance(ground));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static Color fill(StackPane pane) {
        return (Color) pane.getBackground().getFills().getFirst().getFill();
    }

    private static Color over(Color top, Color bottom) {
        double alpha = top.getOpacity();
        return Color.color(
                top.getRed() * alpha + bottom.getRed() * (1 - alpha),
                top.getGreen() * alpha + bottom.getGreen() * (1 - alpha),
                top.getBlue() * alpha + bottom.getBlue() * (1 - alpha));
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
