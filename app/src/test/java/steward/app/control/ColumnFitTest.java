package steward.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumnBase;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steward.app.testing.Stages;

class ColumnFitTest {
    private static final int FIXED = 100;

    @BeforeAll
    static void start() {
        Stages.start();
    }

    @ParameterizedTest(name = "a table {0} wide")
    @CsvSource({
        // as they would like to be to one another
        "700, 200, 400",
        "400, 100, 200",
        // the first at its least, the other gives
        "300, 80, 120",
        "250, 80, 70",
        // both at their least: the table scrolls
        "200, 80, 60"
    })
    void growingColumnsShareWhatIsLeftDownToTheirLeast(double width, double first, double second) {
        var table = Stages.fx(() -> {
            DataTable<String> made = new DataTable<>("fit", word -> word, ViewMemory.forNow());
            made.columns(
                    false,
                    TableColumns.<String>text("fit-first", "A", word -> word)
                            .width(100)
                            .minWidth(80)
                            .grow(),
                    TableColumns.<String>text("fit-second", "B", word -> word)
                            .width(200)
                            .minWidth(60)
                            .grow(),
                    TableColumns.<String>text("fit-fixed", "C", word -> word).width(FIXED));
            return made.rows(FXCollections.observableArrayList("one"));
        });
        Stage stage = Stages.show(Stages.fx(() -> new StackPane(table)), width, 300, false);
        List<Double> widths = Stages.fx(
                () -> table.getColumns().stream().map(TableColumnBase::getWidth).toList());
        Stages.close(stage);
        assertThat(widths).containsExactly(first, second, (double) FIXED);
    }
}
