package steward.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steward.app.control.Action;
import steward.app.control.UndoBar;
import steward.app.testing.Stages;

class FxNoticesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");
    private final List<String> done = new ArrayList<>();
    private FxNotices notices;
    private BorderPane root;
    private Pane content;
    private Stage stage;

    @BeforeEach
    void show() {
        Stages.start();
        root = Stages.fx(() -> {
            notices = new FxNotices(new SimpleObjectProperty<>(NOW));
            content = new Pane();
            var pane = new BorderPane(content);
            pane.setBottom(notices.node());
            return pane;
        });
        stage = Stages.show(root, 900, 400, false);
    }

    @AfterEach
    void close() {
        Stages.close(stage);
    }

    @Test
    void aNoticeTakesItsOwnPlaceAndOffersOneAction() {
        double before = content.getHeight();
        Stages.run(() -> notices.tell(Notice.problem(
                "Export failed.", "The disk is full.", Action.of("Choose another place", () -> done.add("chosen")))));
        Stages.settle();
        assertThat(content.getHeight()).isEqualTo(before - 44);
        Stages.picture(root, "gallery-notice-light");
        Stages.run(() -> Stages.<Button>find(root, "notice-action").fire());
        assertThat(done).containsExactly("chosen");
        Stages.run(() -> Stages.<Button>find(root, "notice-close").fire());
        Stages.settle();
        assertThat(content.getHeight()).isEqualTo(before);
    }

    @Test
    void aSecondNoticeReplacesTheFirst() {
        Stages.run(() -> {
            notices.tell(Notice.info("First.", ""));
            notices.tell(Notice.done("Second.", ""));
        });
        assertThat(Stages.fx(() -> root.lookupAll("#notice").size())).isEqualTo(1);
    }

    @Test
    void undoStandsBesideANotice() {
        Stages.run(() -> {
            notices.tell(Notice.done("Saved.", ""));
            notices.offerUndo(
                    new UndoBar.Offer("Staged.", s -> s + " s", NOW, NOW.plusSeconds(10), () -> done.add("undone")));
        });
        Stages.run(() -> Stages.<Button>find(root, "undo-bar-undo").fire());
        assertThat(done).containsExactly("undone");
    }

    /** It comes up where the button was that staged. */
    @Test
    void aDoubleClickThatBroughtTheUndoDoesNotUndo() {
        Stages.run(() -> notices.offerUndo(
                new UndoBar.Offer("Staged.", s -> s + " s", NOW, NOW.plusSeconds(10), () -> done.add("undone"))));
        Button undo = Stages.find(root, "undo-bar-undo");
        Stages.run(() -> click(undo, 2));
        assertThat(done).isEmpty();
        Stages.run(() -> click(undo, 1));
        assertThat(done).containsExactly("undone");
    }

    private static void click(Node node, int count) {
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            boolean down = type == MouseEvent.MOUSE_PRESSED;
            Event.fireEvent(
                    node,
                    new MouseEvent(
                            type,
                            5,
                            5,
                            5,
                            5,
                            MouseButton.PRIMARY,
                            count,
                            false,
                            false,
                            false,
                            false,
                            down,
                            false,
                            false,
                            false,
                            false,
                            true,
                            null));
        }
    }
}
