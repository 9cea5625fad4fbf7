package steward.app.control;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import steward.app.i18n.Formats;

/**
 * The row of filters under a page's title, each with its count. {@code K} is an enum or any key; the tab's node id is
 * {@code <id>-<key in lower case>}.
 */
public final class FilterTabs<K> extends HBox {
    private final Map<K, ToggleButton> tabs = new LinkedHashMap<>();
    private final Map<K, Label> counts = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<K> selected = new SimpleObjectProperty<>(this, "selected");

    public FilterTabs(String id) {
        setId(id);
        getStyleClass().add("filter-tabs");
        setAlignment(Pos.BOTTOM_LEFT);
        group.selectedToggleProperty().subscribe((before, after) -> {
            if (after == null && before != null) {
                before.setSelected(true);
            }
        });
        selected.subscribe(key -> {
            ToggleButton tab = tabs.get(key);
            if (tab != null) {
                tab.setSelected(true);
            }
        });
    }

    public FilterTabs<K> add(K key, String text) {
        var count = Labels.styled("", "count");
        var tab = new ToggleButton(text, count);
        tab.setId(getId() + "-" + key.toString().toLowerCase(java.util.Locale.ROOT));
        tab.getStyleClass().setAll("filter-tab");
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setToggleGroup(group);
        tab.setOnAction(event -> selected.set(key));
        tabs.put(key, tab);
        counts.put(key, count);
        getChildren().add(tab);
        if (selected.get() == null) {
            selected.set(key);
        }
        return this;
    }

    public void setCount(K key, long count) {
        counts.get(key).setText(Formats.current().number(count));
        counts.get(key).getStyleClass().remove("unknown");
    }

    /** Shows a grey bar where a tab has no number: not known is not zero. */
    public void setCounts(Map<K, Long> known) {
        for (K key : tabs.keySet()) {
            Long count = known.get(key);
            if (count == null) {
                setCountUnknown(key);
            } else {
                setCount(key, count);
            }
        }
    }

    /** Shows a grey bar instead of a number. */
    public void setCountUnknown(K key) {
        counts.get(key).setText("");
        if (!counts.get(key).getStyleClass().contains("unknown")) {
            counts.get(key).getStyleClass().add("unknown");
        }
    }

    public ObjectProperty<K> selectedProperty() {
        return selected;
    }
}
