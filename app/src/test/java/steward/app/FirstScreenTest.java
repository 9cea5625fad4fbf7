package steward.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steward.app.control.Page;
import steward.app.control.State;
import steward.app.control.StateView;
import steward.app.testing.Stages;

class FirstScreenTest {
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.loading());
    private final AtomicInteger shown = new AtomicInteger();
    private StackPane root;
    private Stage stage;

    @BeforeEach
    void open() {
        Stages.start();
        root = Stages.fx(StackPane::new);
        stage = Stages.show(root);
        Stages.run(() -> FirstScreen.watch(stage.getScene(), shown::incrementAndGet));
    }

    @AfterEach
    void close() {
        Stages.close(stage);
    }

    @Test
    void isNotThereWhileThisComputerIsRead() {
        frames();
        assertThat(shown).as("an empty window").hasValue(0);
        page();
        frames();
        assertThat(shown).as("a page still read").hasValue(0);
        Stages.run(() -> state.set(State.ready()));
        frames();
        assertThat(shown).hasValue(1);
    }

    /** Else the answer would be asked for only after what waits for it. */
    @Test
    void isThereWhenOnlyAServerCanSayMore() {
        page();
        frames();
        assertThat(shown).hasValue(0);
        Stages.run(() -> state.set(State.awaited()));
        frames();
        assertThat(shown).hasValue(1);
    }

    private void page() {
        Stages.run(() -> {
            var view = new StateView("some-state", new Label("content"));
            view.stateProperty().bind(state);
            var page = new Page("some", "Some");
            page.setContent(view);
            root.getChildren().setAll(page, new Region());
        });
    }

    /** As a window draws them while something moves in it. */
    private void frames() {
        for (int i = 0; i < 3; i++) {
            Stages.run(() -> {
                root.requestLayout();
                Platform.requestNextPulse();
            });
            Stages.settle();
        }
    }
}
