package steward.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.TaskProgressView;
import org.controlsfx.control.textfield.TextFields;
import org.junit.jupiter.api.Test;
import steward.app.testing.CssWarnings;
import steward.app.testing.Stages;

class StyleSheetsTest {
    private static final Pattern IN_SHEET = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(");
    // Code may compute a color (an organization's own accent), but not know one.
    private static final Pattern IN_CODE = Pattern.compile("\"#[0-9a-fA-F]{3,8}\"");

    @Test
    void controlsFromOtherLibrariesFindTheirColors() {
        Stages.start();
        var box = Stages.fx(() -> new VBox(
                new CheckComboBox<>(javafx.collections.FXCollections.observableArrayList("a", "b")),
                new RangeSlider(0, 10, 2, 8),
                new SegmentedButton(new javafx.scene.control.ToggleButton("a")),
                new TaskProgressView<>(),
                TextFields.createClearableTextField(),
                new javafx.scene.control.DatePicker(),
                new javafx.scene.control.Spinner<Integer>(0, 9, 3),
                new javafx.scene.control.ProgressBar(0.4)));
        Stage stage = Stages.show(box);
        Stages.run(() -> {
            var popover = new PopOver(new javafx.scene.control.Label("inside"));
            popover.show(box);
            popover.hide(javafx.util.Duration.ZERO);
        });
        Stages.setDark(true);
        Stages.picture(box, "gallery-foreign-dark");
        Stages.close(stage);
        assertThat(CssWarnings.seen()).isEmpty();
    }

    @Test
    void theBundledFontsAreThereUnderTheirNames() {
        Stages.start();
        assertThat(Font.getFamilies()).contains("Inter", "Inter Medium", "Inter SemiBold");
    }

    @Test
    void colorValuesStandInTheTwoSheetsOfTheThemesOnly() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(StyleSheetsTest::isChecked).toList()) {
                Pattern color = file.toString().endsWith(".css") ? IN_SHEET : IN_CODE;
                if (color.matcher(Files.readString(file)).find()) {
                    found.add(file.toString());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static boolean isChecked(Path file) {
        String name = file.getFileName().toString();
        boolean sheet = name.endsWith(".css") && !name.equals("light.css") && !name.equals("dark.css");
        return sheet || name.endsWith(".java");
    }
}
