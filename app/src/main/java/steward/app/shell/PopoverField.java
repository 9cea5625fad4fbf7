package steward.app.shell;

import atlantafx.base.controls.CustomTextField;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.IconButton;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Messages;

/** The field on top of a popover: what is typed, how much was found, and a way to clear it. */
final class PopoverField extends StackPane {
    private final CustomTextField input = new CustomTextField();

    PopoverField(String id, String prompt, Property<String> query, ObservableValue<String> count) {
        getStyleClass().add("popover-field");
        input.setId(id);
        input.setPromptText(prompt);
        input.setAccessibleText(prompt);
        input.setLeft(Icons.toned(Feather.SEARCH, 16, Tone.MUTED));
        input.textProperty().bindBidirectional(query);
        var found = Labels.secondary("");
        found.setId(id + "-count");
        found.textProperty().bind(count);
        found.setMinWidth(USE_PREF_SIZE);
        var clear = new IconButton(Feather.X_CIRCLE, Messages.text("control.search.clear"), input::clear)
                .flat()
                .inBar();
        clear.setFocusTraversable(false);
        clear.visibleProperty().bind(input.textProperty().isNotEmpty());
        clear.managedProperty().bind(clear.visibleProperty());
        var right = new HBox(4, found, clear);
        right.setAlignment(Pos.CENTER_RIGHT);
        input.setRight(right);
        getChildren().add(input);
    }

    TextField input() {
        return input;
    }
}
