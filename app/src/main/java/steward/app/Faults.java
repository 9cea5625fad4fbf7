package steward.app;

import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import steward.app.dialog.Acting;
import steward.app.dialog.Choice;
import steward.app.dialog.Dialogs;
import steward.app.dialog.FilePick;
import steward.app.dialog.Question;
import steward.app.fx.Background;
import steward.app.fx.FxThread;
import steward.app.i18n.Messages;

/** What nobody expected: logged once, shown as a code with a report that can be read, copied and saved. Thread-safe. */
final class Faults implements UncaughtExceptionHandler {
    private static final Logger LOG = Logger.getLogger(Faults.class.getName());

    private final AtomicBoolean showing = new AtomicBoolean();
    private final Background background = Background.virtual(this);
    private volatile Dialogs dialogs;

    /** From now on there is a window to show them in. */
    void showIn(Dialogs window) {
        dialogs = window;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        Report report = Report.of(fault, Version.text());
        LOG.log(Level.SEVERE, "unexpected, code " + report.code() + " in " + thread.getName(), fault);
        // One report at a time: a fault that repeats every second must not bury the window.
        if (dialogs != null && showing.compareAndSet(false, true)) {
            FxThread.run(() -> show(report, Messages.text("shell.fault.text", report.code())));
        }
    }

    private void show(Report report, String sentence) {
        var text = new TextArea(report.text());
        text.setId("fault-report");
        text.setEditable(false);
        text.setPrefRowCount(8);
        dialogs.decide(Question.of(
                        Acting.in("Steward", Version.text()),
                        Messages.text("shell.fault.title"),
                        sentence,
                        List.of(),
                        closing(),
                        Choice.normal("save", Messages.text("shell.fault.save"), () -> save(report)),
                        Choice.normal("copy", Messages.text("shell.fault.copy"), () -> copy(report)))
                .withContent(() -> text));
    }

    private Choice closing() {
        return new Choice(
                "cancel",
                Messages.text("shell.fault.close"),
                Choice.Kind.CANCEL,
                this::done,
                new SimpleBooleanProperty(false));
    }

    private void copy(Report report) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, report.text()));
        done();
    }

    private void save(Report report) {
        done();
        var pick = new FilePick(
                Messages.text("shell.fault.saveTitle"),
                "steward-" + report.code() + ".txt",
                Messages.text("shell.fault.saveKind"),
                List.of("*.txt"));
        dialogs.saveFile(pick, file -> background
                .start("save report", () -> Files.writeString(file, report.text()))
                .onFailure(problem -> showAgain(report, file)));
    }

    private void showAgain(Report report, Path file) {
        showing.set(true);
        show(report, Messages.text("shell.fault.notSaved", file.toString()));
    }

    private void done() {
        showing.set(false);
    }
}
