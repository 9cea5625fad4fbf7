package steward.app;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import steward.app.dialog.Acting;
import steward.app.dialog.Choice;
import steward.app.dialog.Dialogs;
import steward.app.dialog.Question;
import steward.app.fx.FxThread;
import steward.app.i18n.Messages;

/** What nobody expected: logged once, shown as a code with a report that can be read and copied. Thread-safe. */
final class Faults implements UncaughtExceptionHandler {
    private static final Logger LOG = Logger.getLogger(Faults.class.getName());

    private final AtomicBoolean showing = new AtomicBoolean();
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
            FxThread.run(() -> show(report));
        }
    }

    private void show(Report report) {
        var text = new TextArea(report.text());
        text.setId("fault-report");
        text.setEditable(false);
        text.setPrefRowCount(8);
        dialogs.decide(Question.of(
                        Acting.in("Steward", Version.text()),
                        Messages.text("shell.fault.title"),
                        Messages.text("shell.fault.text", report.code()),
                        List.of(),
                        new Choice(
                                "cancel", Messages.text("shell.fault.close"), Choice.Kind.CANCEL, this::done, never()),
                        new Choice(
                                "copy",
                                Messages.text("shell.fault.copy"),
                                Choice.Kind.NORMAL,
                                () -> copy(report),
                                never()))
                .withContent(() -> text));
    }

    private static javafx.beans.value.ObservableBooleanValue never() {
        return new javafx.beans.property.SimpleBooleanProperty(false);
    }

    private void copy(Report report) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, report.text()));
        done();
    }

    private void done() {
        showing.set(false);
    }
}
