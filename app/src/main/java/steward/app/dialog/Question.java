package steward.app.dialog;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * A decision: where it acts, a title, one sentence, what is to be chosen (null when nothing is), what happens, and the
 * buttons, cancel first.
 */
public record Question(
        Acting acting,
        String title,
        String sentence,
        Supplier<? extends Node> content,
        List<Effect> effects,
        List<Choice> choices) {
    public Question {
        effects = List.copyOf(effects);
        choices = List.copyOf(choices);
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("A dialog needs a way out");
        }
    }

    /** Without content of its own. */
    public static Question of(Acting acting, String title, String sentence, List<Effect> effects, Choice... choices) {
        return new Question(acting, title, sentence, null, effects, List.of(choices));
    }

    public Question withContent(Supplier<? extends Node> node) {
        return new Question(acting, title, sentence, node, effects, choices);
    }
}
