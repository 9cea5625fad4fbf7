package steward.app.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import steward.app.testing.CssWarnings;
import steward.app.testing.Keys;
import steward.app.testing.Stages;

class FxDialogsTest {
    private static final Acting ACTING =
            new Acting("Havenbrook University", "You act as Owner, Åsa Lindqvist", Color.web("#0f766e"), null);
    private final List<String> done = new ArrayList<>();
    private ModalLayer layer;
    private FxDialogs dialogs;
    private Button below;
    private StackPane root;
    private Stage stage;

    @BeforeEach
    void show() {
        Stages.start();
        root = Stages.fx(() -> {
            layer = new ModalLayer();
            dialogs = new FxDialogs(layer);
            below = new Button("Below");
            return new StackPane(new VBox(below), layer);
        });
        stage = Stages.show(root);
        Stages.run(below::requestFocus);
    }

    @AfterEach
    void close() {
        Stages.close(stage);
    }

    private Question question() {
        return Question.of(
                ACTING,
                "End “Thesis defense: Ioannidou”",
                "Νίκος Παππάς started it in Aula B at 12:52; 10 people are inside.",
                List.of(
                        Effect.of(
                                Feather.MESSAGE_SQUARE, "10 people read the message now, and again one minute before"),
                        Effect.of(Feather.KEY, "1 of 20 licenses is free again from 14:41:40"),
                        Effect.warning("Once ended it cannot be resumed; its history stays")),
                new Choice(
                        "cancel",
                        "Keep it running",
                        Choice.Kind.CANCEL,
                        () -> done.add("kept"),
                        new SimpleBooleanProperty()),
                Choice.destructive("end", "End in 10 minutes", () -> done.add("ended")));
    }

    @Test
    void aDestructiveButtonNeverHasTheFocusAndEscKeepsAll() {
        Stages.run(() -> dialogs.decide(question()));
        Button cancel = Stages.find(root, "dialog-cancel");
        assertThat(stage.getScene().getFocusOwner()).isSameAs(cancel);
        Stages.picture(root, "gallery-dialog-light");
        Stages.setDark(true);
        Stages.picture(root, "gallery-dialog-dark");
        assertThat(CssWarnings.seen()).isEmpty();
        Keys.press(cancel, KeyCode.ESCAPE);
        assertThat(done).containsExactly("kept");
        assertThat(layer.isOpen()).isFalse();
        assertThat(stage.getScene().getFocusOwner()).as("where it was before").isSameAs(below);
    }

    @Test
    void theFocusStaysInsideWhileItIsOpen() {
        Stages.run(() -> dialogs.decide(question()));
        Stages.run(below::requestFocus);
        Stages.settle();
        assertThat(stage.getScene().getFocusOwner()).isSameAs(Stages.find(root, "dialog-cancel"));
    }

    @Test
    void aBlockedChoiceCannotBeTakenUntilItIsFree() {
        var incomplete = new SimpleBooleanProperty(true);
        Stages.run(() -> dialogs.decide(Question.of(
                ACTING,
                "Title",
                "",
                List.of(),
                Choice.cancel("Leave"),
                Choice.primary("go", "Go", () -> done.add("gone")).blockedWhile(incomplete))));
        Button go = Stages.find(root, "dialog-go");
        Stages.run(go::fire);
        assertThat(done).isEmpty();
        Stages.run(() -> incomplete.set(false));
        Stages.run(go::fire);
        assertThat(done).containsExactly("gone");
    }

    @Test
    void aSecondQuestionWaitsForTheFirst() {
        Stages.run(() -> {
            dialogs.decide(question());
            dialogs.decide(Question.of(ACTING, "Second", "", List.of(), Choice.cancel("Leave")));
        });
        assertThat(Stages.<Label>find(root, "dialog-title").getText()).startsWith("End");
        Stages.run(() -> Stages.<Button>find(root, "dialog-end").fire());
        assertThat(done).containsExactly("ended");
        assertThat(Stages.<Label>find(root, "dialog-title").getText()).isEqualTo("Second");
        Keys.press(layer, KeyCode.ESCAPE);
        assertThat(layer.isOpen()).isFalse();
    }

    @Test
    void aPromptSaysWhatIsWrongBesideTheFieldAndThenAnswers() {
        List<Map<String, String>> answers = new ArrayList<>();
        var name = Field.line("name", "Name", "")
                .checked(value -> value.isBlank() ? Optional.of("Give it a name") : Optional.empty());
        var who = Field.choice(
                "who",
                "Who may start",
                "any",
                List.of(new Field.Option("any", "Any member"), new Field.Option("host", "Hosts")));
        Stages.run(() -> dialogs.prompt(
                new Prompt(ACTING, "New room", "", List.of(name, who), "Make the room", "Leave"), answers::add));
        TextField input = Stages.find(root, "dialog-field-name");
        assertThat(stage.getScene().getFocusOwner()).isSameAs(input);
        Stages.run(() -> Stages.<Button>find(root, "dialog-submit").fire());
        assertThat(answers).isEmpty();
        assertThat(Stages.<Label>find(root, "dialog-problem-name").getText()).isEqualTo("Give it a name");
        Stages.picture(root, "gallery-prompt-light");
        Stages.run(() -> {
            input.setText("Aula C");
            Stages.<Button>find(root, "dialog-submit").fire();
        });
        assertThat(answers).containsExactly(Map.of("name", "Aula C", "who", "any"));
        assertThat(layer.isOpen()).isFalse();
    }
}
