package steward.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.feather.Feather;
import steward.app.testing.Keys;
import steward.app.testing.Stages;

class PartsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");

    @BeforeAll
    static void start() {
        Stages.start();
    }

    @ParameterizedTest
    @CsvSource({
        "Åsa Lindqvist, ÅL",
        "Ольга Иванова, ОИ",
        "王小明, 王",
        "佐藤 陽斗, 佐藤",
        "Madonna, M",
        "'  ', ?",
        "Siobhán Ní Bhriain, SB",
        "'(Ex) Anna-Lena Müller', EM",
        "e.wong@haven.example, EW"
    })
    void initialsInAnyScript(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }

    @Test
    void thePanelPushesWhenWideCoversWhenNarrowAndClosesWithEsc() {
        var page = Stages.fx(() -> new Page("demo", "Demo"));
        var panel = Stages.fx(() -> new SidePanel("demo-panel").width(320));
        Stages.run(() -> {
            page.setContent(new Label("content"));
            page.setSidePanel(panel);
            panel.openProperty().set(true);
        });
        Stage wide = Stages.show(page, 1280, 800, false);
        assertThat(StackPane.getMargin(page.getChildren().getFirst()).getRight())
                .isEqualTo(320);
        Stages.run(() -> wide.setWidth(1100));
        Stages.settle();
        assertThat(StackPane.getMargin(page.getChildren().getFirst()).getRight())
                .isZero();
        assertThat(panel.isVisible()).isTrue();
        Keys.press(page, KeyCode.ESCAPE);
        assertThat(panel.openProperty().get()).isFalse();
        assertThat(panel.isVisible()).isFalse();
        Stages.close(wide);
    }

    @Test
    void aSlashLeadsToTheSearchAndEscapeClearsIt() {
        var page = Stages.fx(() -> new Page("demo", "Demo"));
        var field = Stages.fx(() -> new SearchField("Name"));
        var elsewhere = Stages.fx(() -> new javafx.scene.control.Button("Elsewhere"));
        Stages.run(() -> {
            page.setFilters(null, field);
            page.setContent(elsewhere);
        });
        Stage stage = Stages.show(page);
        Stages.run(elsewhere::requestFocus);
        Keys.type(elsewhere, KeyCode.SLASH, "/");
        assertThat(field.isFocused()).isTrue();
        assertThat(field.getText()).isEmpty();
        Stages.run(() -> field.setText("abc"));
        Keys.press(field, KeyCode.ESCAPE);
        assertThat(field.getText()).isEmpty();
        Stages.close(stage);
    }

    @Test
    void theUndoBarCountsDownTakesBackAndLeaves() {
        var clock = new SimpleObjectProperty<>(NOW);
        List<String> done = new ArrayList<>();
        var bar = Stages.fx(() -> new UndoBar(clock));
        var offer = new UndoBar.Offer(
                "Staged.", s -> "Leaves in " + s + " s.", NOW, NOW.plusSeconds(10), () -> done.add("undone"));
        Stages.run(() -> {
            bar.show(offer);
            clock.set(NOW.plusMillis(3_200));
        });
        assertThat(bar.isVisible()).isTrue();
        assertThat(Stages.fx(() -> bar.lookupAll(".label").stream()
                        .map(each -> ((Label) each).getText())
                        .toList()))
                .contains("Leaves in 7 s.");
        Stages.run(() -> Stages.<Button>find(bar, "undo-bar-undo").fire());
        assertThat(done).containsExactly("undone");
        assertThat(bar.isVisible()).isFalse();
        Stages.run(() -> {
            bar.show(offer);
            clock.set(NOW.plusSeconds(10));
        });
        assertThat(bar.isManaged()).isFalse();
    }

    @Test
    void aReasonDisablesAndItsEndEnables() {
        var reason = new SimpleStringProperty("Offline");
        var button = Stages.fx(() -> Buttons.normal("Send", null, () -> {}));
        Stages.run(() -> Disabled.when(reason, button));
        assertThat(button.isDisabled()).isTrue();
        assertThat(button.getAccessibleHelp()).isEqualTo("Offline");
        Stages.run(() -> reason.set(""));
        assertThat(button.isDisabled()).isFalse();
    }

    @Test
    void aMessageTakesTheContentsPlaceAndOffersItsAction() {
        List<String> done = new ArrayList<>();
        var content = Stages.fx(() -> new Label("rows"));
        var view = Stages.fx(() -> new StateView("demo-state", content));
        Stage stage = Stages.show(view);
        Stages.run(() -> view.stateProperty()
                .set(State.empty(Feather.FILM, "None yet", "", Action.of("Make one", () -> done.add("made")))));
        assertThat(content.getParent()).isNull();
        Stages.run(() -> Stages.<Button>find(view, "demo-state-action-0").fire());
        assertThat(done).containsExactly("made");
        Stages.run(() -> view.stateProperty().set(State.ready()));
        assertThat(content.getParent()).isSameAs(view);
        assertThat(content.isVisible()).isTrue();
        Stages.close(stage);
    }

    @Test
    void filterTabsFollowTheirValueBothWays() {
        var tabs = Stages.fx(
                () -> new FilterTabs<String>("demo-tabs").add("ALL", "All").add("LATE", "Late"));
        assertThat(tabs.selectedProperty().get()).isEqualTo("ALL");
        Stages.run(() -> Stages.<javafx.scene.control.ToggleButton>find(tabs, "demo-tabs-late")
                .fire());
        assertThat(tabs.selectedProperty().get()).isEqualTo("LATE");
        Stages.run(() -> Stages.<javafx.scene.control.ToggleButton>find(tabs, "demo-tabs-late")
                .fire());
        assertThat(tabs.selectedProperty().get())
                .as("a second click does not unselect")
                .isEqualTo("LATE");
        Stages.run(() -> tabs.selectedProperty().set("ALL"));
        assertThat(Stages.<javafx.scene.control.ToggleButton>find(tabs, "demo-tabs-all")
                        .isSelected())
                .isTrue();
    }

    @Test
    void theKeysGoToARowsListOnceItHasLoaded() {
        var list = Stages.fx(() -> new ListView<String>());
        var states = Stages.fx(() -> new StateView("loading", list));
        var page = Stages.fx(() -> new StackPane(states));
        var stage = Stages.show(page, 300, 200, false);
        Stages.run(() -> {
            states.stateProperty().set(State.loading());
            page.requestFocus();
            states.stateProperty().set(State.ready());
        });
        assertThat(list.isFocused()).isTrue();
        var elsewhere = Stages.fx(() -> new TextField());
        Stages.run(() -> {
            page.getChildren().add(elsewhere);
            states.stateProperty().set(State.loading());
            elsewhere.requestFocus();
            states.stateProperty().set(State.ready());
        });
        assertThat(elsewhere.isFocused()).isTrue();
        Stages.close(stage);
    }
}
