package steward.app.dialog;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Asks the user. Nothing blocks: the answer calls back on the FX thread; a cancel calls nothing. */
public interface Dialogs {
    /** A decision; the chosen {@link Choice} runs its action. */
    void decide(Question question);

    /** A few fields; {@code submitted} gets the values by field id once all are valid. */
    void prompt(Prompt prompt, Consumer<Map<String, String>> submitted);

    void openFile(FilePick pick, Consumer<Path> chosen);

    void saveFile(FilePick pick, Consumer<Path> chosen);
}
