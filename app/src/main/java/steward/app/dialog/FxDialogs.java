package steward.app.dialog;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import steward.app.control.Buttons;

/** Dialogs in the window itself, one at a time; a second one waits. Belongs to the FX thread. */
public final class FxDialogs implements Dialogs {
    private final ModalLayer layer;
    private final FilePicker files;
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    public FxDialogs(ModalLayer layer) {
        this(layer, new SystemFilePicker());
    }

    public FxDialogs(ModalLayer layer, FilePicker files) {
        this.layer = layer;
        this.files = files;
    }

    @Override
    public void decide(Question question) {
        whenFree(() -> show(question));
    }

    @Override
    public void prompt(Prompt prompt, Consumer<Map<String, String>> submitted) {
        whenFree(() -> show(prompt, submitted));
    }

    @Override
    public void openFile(FilePick pick, Consumer<Path> chosen) {
        files.open(pick, owner()).ifPresent(chosen);
    }

    @Override
    public void saveFile(FilePick pick, Consumer<Path> chosen) {
        files.save(pick, owner()).ifPresent(chosen);
    }

    private Window owner() {
        return layer.getScene().getWindow();
    }

    private void show(Question question) {
        var pane = new DialogPane(question.acting(), question.title(), question.sentence());
        if (question.content() != null) {
            pane.add(question.content().get());
        }
        if (!question.effects().isEmpty()) {
            pane.addEffects(question.effects());
        }
        Node focus = null;
        Runnable escape = () -> {
            close();
            next();
        };
        for (Choice choice : question.choices()) {
            Button button = button(choice);
            pane.addButton(button);
            if (choice.kind() == Choice.Kind.CANCEL) {
                escape = () -> take(choice);
            }
            focus = preferred(focus, button, choice, question);
        }
        layer.open(pane, focus, escape);
    }

    /** Beside a destructive button the way out has the focus, else the primary one. */
    private static Node preferred(Node soFar, Button button, Choice choice, Question question) {
        boolean destructive = question.choices().stream().anyMatch(each -> each.kind() == Choice.Kind.DESTRUCTIVE);
        return switch (choice.kind()) {
            case CANCEL -> soFar == null || destructive ? button : soFar;
            case PRIMARY -> destructive ? soFar : button;
            case NORMAL -> soFar == null ? button : soFar;
            case DESTRUCTIVE -> soFar;
        };
    }

    private Button button(Choice choice) {
        Runnable run = () -> take(choice);
        Button button =
                switch (choice.kind()) {
                    case CANCEL, NORMAL -> Buttons.normal(choice.text(), null, run);
                    case PRIMARY -> Buttons.primary(choice.text(), null, run);
                    case DESTRUCTIVE -> Buttons.dangerFilled(choice.text(), null, run);
                };
        button.setId("dialog-" + choice.id());
        if (choice.words() != null) {
            button.textProperty().bind(choice.words());
        }
        button.disableProperty().bind(choice.blocked());
        return button;
    }

    private void take(Choice choice) {
        close();
        choice.action().run();
        next();
    }

    private void show(Prompt prompt, Consumer<Map<String, String>> submitted) {
        var pane = new DialogPane(prompt.acting(), prompt.title(), prompt.sentence());
        var form = new FormPane(prompt.fields());
        pane.add(form);
        Runnable leave = () -> {
            close();
            next();
        };
        Button cancel = Buttons.normal(prompt.cancel(), null, leave);
        cancel.setId("dialog-cancel");
        Runnable send = () -> form.submit().ifPresent(values -> {
            close();
            submitted.accept(values);
            next();
        });
        Button submit = Buttons.primary(prompt.submit(), null, send);
        submit.setId("dialog-submit");
        submit.setDefaultButton(true);
        pane.addButton(cancel);
        pane.addButton(submit);
        // The layer keeps every key from the window, and with them the default button's.
        form.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                send.run();
            }
        });
        layer.open(pane, form.first(), leave);
    }

    private void whenFree(Runnable opening) {
        if (layer.isOpen()) {
            waiting.add(opening);
        } else {
            opening.run();
        }
    }

    private void close() {
        layer.close();
    }

    private void next() {
        if (!layer.isOpen() && !waiting.isEmpty()) {
            waiting.poll().run();
        }
    }
}
