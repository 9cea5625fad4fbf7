package steward.app.control;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.Ikon;
import steward.app.i18n.Formats;

/** Outcomes to filter by, each with its number (picture 03): one is chosen at a time. */
public final class Chips<K> extends FlowPane {
    private final Map<K, ToggleButton> chips = new LinkedHashMap<>();
    private final Map<K, Label> counts = new LinkedHashMap<>();
    private final ObjectProperty<K> selected = new SimpleObjectProperty<>(this, "selected");

    public Chips(String id) {
        super(8, 8);
        setId(id);
        getStyleClass().add("chips");
        setAlignment(Pos.CENTER_LEFT);
        selected.subscribe(key -> chips.forEach((each, chip) -> chip.setSelected(each.equals(key))));
    }

    /** {@code icon} may be null. Until it is counted only the first is shown. */
    public Chips<K> add(K key, String text, Ikon icon, Tone tone) {
        var count = Labels.styled("", "strong");
        var chip = new ToggleButton();
        var words = new javafx.scene.layout.HBox(6, Labels.styled(text), count);
        words.setAlignment(Pos.CENTER_LEFT);
        if (icon != null) {
            words.getChildren().addFirst(Icons.toned(icon, 14, tone));
        }
        chip.setGraphic(words);
        chip.setAccessibleText(text);
        chip.setId(getId() + "-" + key.toString().toLowerCase(java.util.Locale.ROOT));
        chip.getStyleClass().setAll("chip");
        chip.setOnAction(event -> {
            chip.setSelected(true);
            selected.set(key);
        });
        chip.setVisible(chips.isEmpty());
        chip.setManaged(chips.isEmpty());
        chips.put(key, chip);
        counts.put(key, count);
        getChildren().add(chip);
        if (selected.get() == null) {
            selected.set(key);
        }
        return this;
    }

    /** A chip without rows is hidden, except the chosen one. */
    public void setCount(K key, long count) {
        counts.get(key).setText(Formats.current().number(count));
        boolean shown = count > 0
                || key.equals(selected.get())
                || chips.keySet().iterator().next().equals(key);
        chips.get(key).setVisible(shown);
        chips.get(key).setManaged(shown);
    }

    public ObjectProperty<K> selectedProperty() {
        return selected;
    }
}
