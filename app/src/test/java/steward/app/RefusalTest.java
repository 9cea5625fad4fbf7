package steward.app;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.app.testing.Eventually.eventually;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import steward.app.shell.MainWindow;
import steward.app.testing.Stages;
import steward.app.theme.Theme;

/** The window on data of a newer program: words, the file, and a way out. */
class RefusalTest {

    @Test
    void says_that_a_newer_program_wrote_the_data_and_where() {
        Stages.start();
        var stage = new Stage[1];
        MainWindow window = Stages.fx(() -> {
            stage[0] = new Stage();
            var made = new MainWindow(stage[0], new Theme(Theme.Mode.LIGHT));
            Screens.refuse(made, Refusal.newer(Path.of("/data/steward/work.db")));
            made.open();
            return made;
        });
        eventually("said", () -> words(window).contains("This data was written by a newer Steward"));
        assertThat(words(window)).anyMatch(each -> each.contains("/data/steward/work.db"));
        Stages.run(() -> stage[0].close());
    }

    private static Set<String> words(MainWindow window) {
        return Stages.fx(() -> window.scene().getRoot().lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.toSet()));
    }
}
