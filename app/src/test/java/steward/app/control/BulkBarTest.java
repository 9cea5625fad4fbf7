package steward.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steward.app.testing.Stages;

class BulkBarTest {
    private final ObservableList<String> rows = FXCollections.observableArrayList("one", "two", "three");
    private DataTable<String> table;
    private BulkBar bar;

    @BeforeEach
    void make() {
        Stages.start();
        Stages.run(() -> {
            table = new DataTable<>("rows", word -> word, ViewMemory.forNow());
            bar = new BulkBar("rows-bulk", table, new SimpleStringProperty(""));
            table.rows(rows);
        });
    }

    @Test
    void isThereWhileSomethingIsChecked() {
        assertThat(bar.isVisible()).isFalse();
        Stages.run(() -> table.selection().addAll(List.of("one", "two")));
        assertThat(bar.isVisible()).isTrue();
        assertThat(words()).isEqualTo("2 selected");
        Stages.run(() -> table.selection().clear());
        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void saysHowManyOfTheCheckedAreNotInTheList() {
        Stages.run(() -> {
            table.selection().addAll(List.of("one", "two"));
            rows.remove("two");
        });
        assertThat(words()).isEqualTo("1 selected here, 1 not in this list");
        Stages.run(() -> rows.clear());
        assertThat(words()).isEqualTo("0 selected here, 2 not in this list");
        Stages.run(() -> rows.setAll("two", "one"));
        assertThat(words()).isEqualTo("2 selected");
    }

    private String words() {
        return Stages.fx(() -> bar.getChildren().stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElseThrow());
    }
}
