package steward.app.bench;

import java.time.Instant;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/**
 * The least that is a window: one table of 200 rows in five columns, with the toolkit's own look. Prints the moment it has
 * been drawn, and ends when its input does.
 */
final class BareWindow {
    private static final int ROWS = 200;
    private static final int COLUMNS = 5;

    private boolean laidOut;

    public static void main(String[] args) {
        Platform.startup(() -> new BareWindow().open(new Stage()));
    }

    private void open(Stage stage) {
        var table = new TableView<>(FXCollections.observableList(
                IntStream.range(0, ROWS).mapToObj(i -> "Row " + i).toList()));
        for (int i = 0; i < COLUMNS; i++) {
            int number = i;
            var column = new TableColumn<String, String>("Column " + i);
            column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue() + ", " + number));
            table.getColumns().add(column);
        }
        var scene = new Scene(table, 1280, 800);
        scene.addPostLayoutPulseListener(this::drawn);
        stage.setScene(scene);
        stage.show();
    }

    /** As the app counts: the frame laid out first is on the screen when the next is. */
    private void drawn() {
        if (laidOut) {
            System.out.println(Instant.now());
            Platform.exit();
        }
        laidOut = true;
        Platform.requestNextPulse();
    }
}
