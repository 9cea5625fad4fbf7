package steward.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steward.app.testing.Keys;
import steward.app.testing.Stages;

class DataTableTest {
    private record Row(int id, String name, long size) {}

    private final ObservableList<Row> rows = FXCollections.observableArrayList(
            new Row(1, "Łukasz", 30), new Row(2, "Åsa", 9), new Row(3, "=Eve\tTab", 200), new Row(4, "Zoë", 0));
    private final ViewMemory memory = ViewMemory.forNow();
    private final List<Integer> opened = new ArrayList<>();
    private DataTable<Row> table;
    private Stage stage;

    @BeforeEach
    void show() {
        Stages.start();
        table = Stages.fx(this::build);
        stage = Stages.show(Stages.fx(() -> new StackPane(table)));
        Stages.run(table::requestFocus);
    }

    @AfterEach
    void close() {
        Stages.close(stage);
    }

    private DataTable<Row> build() {
        return new DataTable<>("rows", Row::id, memory)
                .columns(
                        true,
                        TableColumns.<Row>name("rows-column-name", "Name", Row::name)
                                .grow(),
                        TableColumns.<Row>number("rows-column-size", "Size", Row::size))
                .onOpen(row -> opened.add(row.id()))
                .rowMenu(row -> row.id() == 4 ? List.of() : List.of(new MenuItem("Rename…")))
                .rows(rows);
    }

    @Test
    void enterOpensSpaceChecksEscClearsTheChecks() {
        Stages.run(() -> table.getSelectionModel().select(1));
        Keys.press(table, KeyCode.ENTER);
        Keys.press(table, KeyCode.SPACE);
        assertThat(opened).containsExactly(2);
        assertThat(Stages.fx(table::chosen)).extracting(Row::id).containsExactly(2);
        Keys.pressShortcut(table, KeyCode.A);
        assertThat(table.selection().sizeProperty().get()).isEqualTo(4);
        Keys.press(table, KeyCode.ESCAPE);
        assertThat(table.selection().sizeProperty().get()).isZero();
    }

    @Test
    void copiesTheCheckedRowsAsShownAndHarmless() {
        Stages.run(() -> {
            table.selection().set(rows.get(0), true);
            table.selection().set(rows.get(2), true);
        });
        Keys.pressShortcut(table, KeyCode.C);
        assertThat(Stages.fx(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("Name\tSize\nŁukasz\t30\n'=Eve Tab\t200\n");
    }

    @Test
    void theCurrentRowAndTheChecksFollowFreshCopies() {
        Stages.run(() -> {
            table.getSelectionModel().select(2);
            table.selection().toggle(rows.get(3));
            rows.setAll(new Row(9, "New", 1), new Row(3, "Eve", 201), new Row(4, "Zoé", 0));
        });
        Stages.settle();
        assertThat(table.currentProperty().get()).isEqualTo(new Row(3, "Eve", 201));
        assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        assertThat(Stages.fx(table::chosen)).extracting(Row::name).containsExactly("Zoé");
        Stages.run(() -> rows.removeIf(row -> row.id() == 3));
        Stages.settle();
        assertThat(table.currentProperty().get()).isNotEqualTo(new Row(3, "Eve", 201));
    }

    @Test
    void sortsByNumberAndLanguageAndUnsortsAgain() {
        sortBy(2, TableColumn.SortType.DESCENDING);
        assertThat(table.getItems()).extracting(Row::size).containsExactly(200L, 30L, 9L, 0L);
        sortBy(1, TableColumn.SortType.ASCENDING);
        assertThat(table.getItems()).extracting(Row::id).containsExactly(3, 2, 1, 4);
        Stages.run(() -> table.getSortOrder().clear());
        assertThat(table.getItems()).extracting(Row::id).containsExactly(1, 2, 3, 4);
    }

    @Test
    void rowsDoNotJumpUnderThePointer() {
        sortBy(2, TableColumn.SortType.ASCENDING);
        var order = Stages.fx(() -> {
            var held = new RowOrder<>(table, rows, Row::id);
            table.setItems(held.rows());
            held.hold(true);
            rows.set(3, new Row(4, "Zoë", 999));
            rows.add(new Row(5, "Late", 1));
            return held;
        });
        assertThat(table.getItems()).extracting(Row::id).containsExactly(4, 2, 1, 3, 5);
        Stages.run(() -> order.hold(false));
        assertThat(table.getItems()).extracting(Row::id).containsExactly(5, 2, 1, 3, 4);
    }

    @Test
    void remembersWidthsOrderAndSort() {
        Stages.run(() -> {
            table.getColumns().get(2).setPrefWidth(140);
            table.getColumns().get(1).setVisible(false);
            table.getSortOrder().setAll(List.of(table.getColumns().get(2)));
            new TableMemory<>(table, memory).save();
        });
        assertThat(memory.read("table.rows").orElseThrow())
                .contains("rows-column-size:140:true")
                .contains("|rows-column-size:ASCENDING");
        DataTable<Row> again = Stages.fx(this::build);
        assertThat(again.getColumns().get(1).isVisible()).isFalse();
        assertThat(again.getColumns().get(2).getPrefWidth()).isEqualTo(140);
        assertThat(again.getItems()).extracting(Row::size).containsExactly(0L, 9L, 30L, 200L);
    }

    @Test
    void aBrokenMemoryIsIgnored() {
        memory.write("table.rows", "gone:20:true;rows-column-size:wide:true;;|gone:UP");
        DataTable<Row> again = Stages.fx(this::build);
        assertThat(again.getColumns()).hasSize(3);
        assertThat(again.getSortOrder()).isEmpty();
    }

    @Test
    void aRowWithoutActionsHasNoMenu() {
        assertThat(Stages.fx(() -> table.menuFor(rows.get(3)) == null)).isTrue();
        assertThat(Stages.fx(() -> table.menuFor(rows.get(0)).getItems().size()))
                .isEqualTo(1);
    }

    /** Not every system makes a menu event of these keys. */
    @Test
    void theMenuKeysOpenTheMenuOfTheSelectedRow() {
        Stages.run(() -> table.getSelectionModel().select(3));
        Keys.press(table, KeyCode.CONTEXT_MENU);
        assertThat(menusOpen()).isZero();
        Stages.run(() -> table.getSelectionModel().select(1));
        Keys.press(table, KeyCode.CONTEXT_MENU);
        assertThat(menusOpen()).isEqualTo(1);
        Stages.run(() ->
                table.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 9, 9, 9, 9, true, null)));
        assertThat(menusOpen()).as("the same key told twice").isEqualTo(1);
        Stages.run(() -> List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .forEach(Window::hide));
        Stages.run(() ->
                table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F10, true, false, false, false)));
        assertThat(menusOpen()).isEqualTo(1);
    }

    private static long menusOpen() {
        return Stages.fx(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .filter(Window::isShowing)
                .count());
    }

    @Test
    void tenThousandRowsNeedNoMoreCellsThanFit() {
        Stages.run(() -> {
            rows.setAll(IntStream.range(0, 10_000)
                    .mapToObj(i -> new Row(i, "Person " + i, i))
                    .toList());
            table.scrollTo(9_000);
            table.layout();
        });
        Stages.settle();
        assertThat(table.lookupAll(".table-row-cell").size()).isLessThan(60);
    }

    private void sortBy(int column, TableColumn.SortType type) {
        Stages.run(() -> {
            table.getColumns().get(column).setSortType(type);
            table.getSortOrder().setAll(List.of(table.getColumns().get(column)));
        });
        Stages.settle();
    }
}
