package steward.app.control;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/**
 * Wraps a control that may be disabled so that the reason shows on hover: a disabled node itself gets no mouse events.
 * An empty or null reason enables the control.
 */
public final class Disabled extends StackPane {
    private final Tooltip tooltip = new Tooltip();
    private final Node control;
    /** Disabled in the control's stead, whose own disabling may be bound to something else. */
    private final StackPane inner;

    public Disabled(Node control) {
        this.control = control;
        inner = new StackPane(control);
        getChildren().setAll(inner);
        getStyleClass().add("disabled-with-reason");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        tooltip.textProperty().subscribe(this::apply);
    }

    /** The control is disabled while {@code reason} holds words. */
    public static Disabled when(ObservableValue<String> reason, Node control) {
        var wrapper = new Disabled(control);
        wrapper.tooltip.textProperty().bind(reason);
        return wrapper;
    }

    public StringProperty reasonProperty() {
        return tooltip.textProperty();
    }

    private void apply(String reason) {
        boolean disabled = reason != null && !reason.isBlank();
        inner.setDisable(disabled);
        control.setAccessibleHelp(disabled ? reason : null);
        if (disabled) {
            Tooltip.install(this, tooltip);
        } else {
            Tooltip.uninstall(this, tooltip);
        }
    }
}
