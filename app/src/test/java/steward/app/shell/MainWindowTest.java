package steward.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steward.app.testing.Keys;
import steward.app.testing.Stages;
import steward.app.theme.Theme;

class MainWindowTest {
    private Stage stage;
    private MainWindow window;

    @BeforeEach
    void open() {
        Stages.start();
        Stages.run(() -> {
            stage = new Stage();
            window = new MainWindow(stage, new Theme(Theme.Mode.LIGHT));
            window.open();
        });
    }

    @AfterEach
    void close() {
        Stages.run(window::close);
    }

    @Test
    void tabLeadsOutOfATextArea() {
        var area = Stages.fx(() -> new TextArea("as it was"));
        var next = Stages.fx(() -> new TextField());
        Stages.run(() -> {
            window.show(new VBox(area, next));
            area.requestFocus();
        });
        Keys.type(area, KeyCode.TAB, "\t");
        assertThat(area.getText()).isEqualTo("as it was");
        assertThat(Stages.fx(() -> window.scene().getFocusOwner())).isSameAs(next);
    }
}
