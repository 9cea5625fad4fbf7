package steward.app;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.app.testing.Eventually.eventually;

import java.nio.file.Path;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.app.dialog.Question;
import steward.app.testing.RecordingDialogs;
import steward.app.testing.Stages;

/** What nobody expected can be read before it is passed on, and holds nothing of anybody. */
class FaultsTest {
    @TempDir
    Path folder;

    private final RecordingDialogs dialogs = new RecordingDialogs();
    private final Faults faults = new Faults();

    @BeforeEach
    void show() {
        Stages.start();
        faults.showIn(dialogs);
        var cause = new IllegalArgumentException("asa.lindqvist@haven.example of Havenbrook");
        faults.uncaughtException(Thread.currentThread(), new IllegalStateException("stw_secret", cause));
        eventually("asked", () -> !dialogs.questions.isEmpty());
    }

    @Test
    void shows_the_whole_report_with_its_code() {
        String report = report();
        String code = report.lines().skip(1).findFirst().orElseThrow();
        assertThat(code).matches("S-[0-9A-F]{8}");
        assertThat(dialogs.questions.getFirst().sentence()).contains(code);
        assertThat(report)
                .contains("IllegalStateException", "IllegalArgumentException", "FaultsTest.show:")
                .doesNotContain("asa", "haven", "secret");
    }

    @Test
    void copies_what_was_shown() {
        Stages.run(() -> dialogs.choose("copy"));
        assertThat(Stages.<String>fx(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(report());
    }

    @Test
    void saves_what_was_shown_and_says_when_it_cannot() {
        String shown = report();
        dialogs.willPick(folder.resolve("missing/report.txt"));
        Stages.run(() -> dialogs.choose("save"));
        eventually("asked again", () -> dialogs.questions.size() == 2);
        assertThat(dialogs.questions.getLast().sentence()).startsWith("The report could not be saved as");
        dialogs.willPick(folder.resolve("report.txt"));
        Stages.run(() -> dialogs.choose("save"));
        eventually("saved", () -> folder.resolve("report.txt").toFile().length() > 0);
        assertThat(folder.resolve("report.txt")).hasContent(shown);
        assertThat(dialogs.files.getLast().proposedName()).matches("steward-S-[0-9A-F]{8}\\.txt");
    }

    @Test
    void asks_once_at_a_time() {
        faults.uncaughtException(Thread.currentThread(), new IllegalStateException());
        Stages.settle();
        assertThat(dialogs.questions).hasSize(1);
        Stages.run(() -> dialogs.choose("cancel"));
        faults.uncaughtException(Thread.currentThread(), new IllegalStateException());
        eventually("the next one", () -> dialogs.questions.size() == 2);
    }

    private String report() {
        Question question = dialogs.questions.getLast();
        return Stages.fx(() -> ((TextArea) question.content().get()).getText());
    }
}
