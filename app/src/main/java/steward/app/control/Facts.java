package steward.app.control;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Label and value, line by line; labels 104 wide unless told. */
public final class Facts extends GridPane {
    public Facts() {
        this(104);
    }

    public Facts(double labelWidth) {
        getStyleClass().add("facts");
        var labels = new ColumnConstraints(labelWidth);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        values.setMinWidth(40);
        getColumnConstraints().setAll(labels, values);
    }

    public Facts add(String label, String value) {
        Label words = Labels.body(value);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        return add(label, words);
    }

    public Facts add(String label, Node value) {
        return row(label, value, HPos.LEFT);
    }

    /** The value at the right edge, for sums. */
    public Facts addRight(String label, Node value) {
        return row(label, value, HPos.RIGHT);
    }

    public void clear() {
        getChildren().clear();
    }

    private Facts row(String label, Node value, HPos side) {
        int row = getRowCount();
        Label name = Labels.secondary(label);
        name.setLabelFor(value);
        setHalignment(value, side);
        addRow(row, name, value);
        return this;
    }
}
