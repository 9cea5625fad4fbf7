package steward.app.shell;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;

/** The bottom line, 28 high. Node ids {@code status-connection}, {@code status-outbox} and so on. */
final class StatusBar extends HBox {
    private static final double WIDEST_REASON = 360;

    StatusBar(StatusBarViewModel model, Runnable openOutbox) {
        super(20);
        setId("status-bar");
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        var connection = text("status-connection", model.connectionProperty());
        connection.setGraphic(dot(model.connectionToneProperty()));
        var why = new Tooltip();
        why.textProperty().bind(model.reasonProperty());
        why.setWrapText(true);
        why.setMaxWidth(WIDEST_REASON);
        connection.tooltipProperty().bind(model.reasonProperty().map(words -> words.isEmpty() ? null : why));
        var outbox = new Button();
        outbox.setId("status-outbox");
        outbox.getStyleClass().setAll("status-button");
        outbox.setGraphic(Icons.toned(Feather.SEND, 12, Tone.MUTED));
        outbox.textProperty().bind(model.outboxProperty());
        outbox.setOnAction(event -> openOutbox.run());
        var live = text("status-live", model.liveProperty());
        live.setGraphic(dot(model.liveToneProperty()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var zone = Labels.secondary(
                Messages.text("shell.status.zone", Formats.current().zone().getId()));
        zone.setId("status-zone");
        zone.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(connection, text("status-synced", model.syncedProperty()), outbox, gap, live, zone);
    }

    private static Label text(String id, ObservableValue<String> words) {
        var label = Labels.secondary("");
        label.setId(id);
        label.setMinWidth(USE_PREF_SIZE);
        label.textProperty().bind(words);
        label.visibleProperty().bind(words.map(text -> !text.isEmpty()));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static Region dot(ObservableValue<Tone> tone) {
        var dot = new Region();
        dot.getStyleClass().add("status-dot");
        tone.subscribe((before, now) -> {
            dot.getStyleClass().remove(before.styleClass());
            dot.getStyleClass().add(now.styleClass());
        });
        dot.getStyleClass().add(tone.getValue().styleClass());
        return dot;
    }
}
