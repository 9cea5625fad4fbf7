package steward.app.control;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.util.Duration;

/**
 * Puts a table's columns back as they were left, and remembers each change shortly after the last one. One line a table:
 * {@code column:width:shown;column:width:shown;...|sorted column:ASCENDING}.
 */
final class TableMemory<T> {
    private final DataTable<T> table;
    private final ViewMemory memory;
    private final String key;
    private final PauseTransition settle = new PauseTransition(Duration.millis(400));

    TableMemory(DataTable<T> table, ViewMemory memory) {
        this.table = table;
        this.memory = memory;
        this.key = "table." + table.getId();
        settle.setOnFinished(event -> save());
    }

    /** Once the table has all of its columns. */
    void restoreThenWatch() {
        memory.read(key).ifPresent(this::restore);
        for (TableColumn<T, ?> column : table.getColumns()) {
            column.widthProperty().subscribe((before, after) -> settle.playFromStart());
            column.visibleProperty().subscribe((before, after) -> settle.playFromStart());
            column.sortTypeProperty().subscribe((before, after) -> settle.playFromStart());
        }
        table.getColumns().subscribe(settle::playFromStart);
        table.getSortOrder().subscribe(settle::playFromStart);
    }

    void save() {
        var line = new StringBuilder();
        for (TableColumn<T, ?> column : table.getColumns()) {
            if (column.getId() != null) {
                line.append(column.getId()).append(':').append(Math.round(column.getWidth()));
                line.append(':').append(column.isVisible()).append(';');
            }
        }
        line.append('|');
        if (!table.getSortOrder().isEmpty()) {
            TableColumn<T, ?> sorted = table.getSortOrder().getFirst();
            line.append(sorted.getId()).append(':').append(sorted.getSortType());
        }
        memory.write(key, line.toString());
    }

    private void restore(String line) {
        String[] halves = line.split("\\|", -1);
        List<TableColumn<T, ?>> ordered = new ArrayList<>();
        for (String entry : halves[0].split(";")) {
            String[] parts = entry.split(":");
            TableColumn<T, ?> column = parts.length == 3 ? find(parts[0]) : null;
            if (column != null && parts[1].matches("\\d{1,5}")) {
                column.setPrefWidth(Double.parseDouble(parts[1]));
                column.setVisible(Boolean.parseBoolean(parts[2]));
                ordered.add(column);
            }
        }
        // A column that a newer version added keeps its place at the end.
        table.getColumns().stream().filter(column -> !ordered.contains(column)).forEach(ordered::add);
        table.getColumns().setAll(ordered);
        String[] sort = halves.length > 1 ? halves[1].split(":") : new String[0];
        if (sort.length == 2 && find(sort[0]) != null) {
            TableColumn<T, ?> column = find(sort[0]);
            column.setSortType("DESCENDING".equals(sort[1]) ? SortType.DESCENDING : SortType.ASCENDING);
            table.getSortOrder().setAll(List.of(column));
        }
    }

    /** The column of that id, or null when a newer version dropped it. */
    private TableColumn<T, ?> find(String id) {
        return table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElse(null);
    }
}
