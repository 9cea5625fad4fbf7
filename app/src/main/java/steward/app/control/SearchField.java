package steward.app.control;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** Filters while one types: an icon, a prompt, and the key that leads here until something is typed. Esc clears. */
public final class SearchField extends CustomTextField {
    private final Label hint = Labels.keyCap("/");
    private final IconButton clear;

    public SearchField(String prompt) {
        getStyleClass().add("search-field");
        setPromptText(prompt);
        setAccessibleText(prompt);
        setLeft(Icons.toned(Feather.SEARCH, 14, Tone.MUTED));
        clear = new IconButton(Feather.X, steward.app.i18n.Messages.text("control.search.clear"), this::clear).flat();
        clear.getStyleClass().add("clear-button");
        clear.setFocusTraversable(false);
        setRight(hint);
        textProperty().subscribe(text -> setRight(text.isEmpty() ? hint : clear));
        addEventHandler(KeyEvent.KEY_PRESSED, this::clearOnEscape);
    }

    /** Another hint than "/", as "Ctrl K". */
    public SearchField hint(String key) {
        hint.setText(key);
        return this;
    }

    private void clearOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
            clear();
            event.consume();
        }
    }
}
