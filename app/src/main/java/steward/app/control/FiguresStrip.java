package steward.app.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Up to five figures side by side in one box (pictures 01 and 05), each with its name and a remark. */
public final class FiguresStrip extends HBox {

    /** One figure; its texts change in place. */
    public static final class Figure extends VBox {
        private final Label value = Labels.figure("");
        private final Label remark = Labels.secondary("");

        private Figure(String name) {
            super(2);
            getStyleClass().add("figure-box");
            var line = new HBox(8, value, remark);
            line.setAlignment(Pos.BASELINE_LEFT);
            value.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(Labels.secondary(name), line);
        }

        public Figure show(String figure, String note) {
            value.setText(figure);
            remark.setText(note);
            return this;
        }

        public Figure bind(ObservableValue<String> figure, ObservableValue<String> note) {
            value.textProperty().bind(figure);
            remark.textProperty().bind(note);
            return this;
        }

        /** Colours the number, as red for refused starts. */
        public void setTone(Tone tone) {
            value.getStyleClass().setAll("label", "figure", tone.styleClass());
        }
    }

    public FiguresStrip(String id) {
        setId(id);
        getStyleClass().add("figures-strip");
    }

    /** The figure's node id is {@code <strip id>-<suffix>}. */
    public Figure add(String suffix, String name) {
        var figure = new Figure(name);
        figure.setId(getId() + "-" + suffix);
        if (getChildren().isEmpty()) {
            figure.getStyleClass().add("first");
        }
        HBox.setHgrow(figure, Priority.ALWAYS);
        figure.setMinWidth(10);
        figure.setPrefWidth(10);
        getChildren().add(figure);
        return figure;
    }
}
