package steward.app.control;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.Ikon;

/** A few exclusive choices in one bar: ranges of a chart, Chart or Table, Off/Host/Automatic. */
public final class Segmented<K> extends SegmentedButton {
    private final Map<K, ToggleButton> segments = new LinkedHashMap<>();
    private final ObjectProperty<K> selected = new SimpleObjectProperty<>(this, "selected");

    public Segmented(String id) {
        setId(id);
        getStyleClass().add("segmented");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
        selected.subscribe(key -> segments.forEach((each, segment) -> segment.setSelected(each.equals(key))));
    }

    /** The chosen one grey instead of filled: for a switch of views beside a filled one. */
    public Segmented<K> quiet() {
        getStyleClass().add("quiet");
        return this;
    }

    public Segmented<K> add(K key, String text) {
        return add(key, text, null);
    }

    /** {@code icon} may be null. */
    public Segmented<K> add(K key, String text, Ikon icon) {
        var segment = new ToggleButton(text, icon == null ? null : Icons.small(icon));
        segment.setId(getId() + "-" + key.toString().toLowerCase(java.util.Locale.ROOT));
        segment.getStyleClass().setAll("segment");
        segment.setMinWidth(USE_PREF_SIZE);
        segment.setOnAction(event -> {
            segment.setSelected(true);
            selected.set(key);
        });
        segments.put(key, segment);
        getButtons().add(segment);
        if (selected.get() == null) {
            selected.set(key);
        }
        return this;
    }

    public ObjectProperty<K> selectedProperty() {
        return selected;
    }
}
