package steward.app.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import steward.app.dialog.Choice;
import steward.app.dialog.Dialogs;
import steward.app.dialog.FilePick;
import steward.app.dialog.Prompt;
import steward.app.dialog.Question;

/** Dialogs that show nothing and answer what a test tells them; each thing asked is kept. */
public final class RecordingDialogs implements Dialogs {
    public final List<Question> questions = new ArrayList<>();
    public final List<Prompt> prompts = new ArrayList<>();
    public final List<FilePick> files = new ArrayList<>();
    private Consumer<Map<String, String>> submitted;
    private Path file;

    @Override
    public void decide(Question question) {
        questions.add(question);
    }

    @Override
    public void prompt(Prompt prompt, Consumer<Map<String, String>> handler) {
        prompts.add(prompt);
        submitted = handler;
    }

    @Override
    public void openFile(FilePick pick, Consumer<Path> chosen) {
        pick(pick, chosen);
    }

    @Override
    public void saveFile(FilePick pick, Consumer<Path> chosen) {
        pick(pick, chosen);
    }

    /** Presses the button of that id in the last question. */
    public void choose(String choiceId) {
        Choice choice = questions.getLast().choices().stream()
                .filter(each -> each.id().equals(choiceId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No choice " + choiceId + " in " + questions.getLast()));
        if (choice.blocked().get()) {
            throw new AssertionError("The choice " + choiceId + " is disabled");
        }
        choice.action().run();
    }

    /** Fills in and submits the last prompt; a value a field refuses is an error of the test. */
    public void submit(Map<String, String> values) {
        prompts.getLast().fields().forEach(field -> field.check()
                .apply(values.getOrDefault(field.id(), field.initial()))
                .ifPresent(problem -> {
                    throw new AssertionError(field.id() + ": " + problem);
                }));
        submitted.accept(values);
    }

    /** The file the user will pick; null cancels. */
    public void willPick(Path path) {
        file = path;
    }

    private void pick(FilePick pick, Consumer<Path> chosen) {
        files.add(pick);
        if (file != null) {
            chosen.accept(file);
        }
    }
}
