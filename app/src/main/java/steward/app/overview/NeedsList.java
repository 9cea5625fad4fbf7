package steward.app.overview;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Buttons;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Messages;

/** What needs somebody, a line each with its one action; or that nothing does. */
final class NeedsList extends VBox {

    private final ObservableList<Need> needs;

    NeedsList(ObservableList<Need> needs) {
        this.needs = needs;
        setId("overview-needs");
        getStyleClass().add("boxed");
        needs.addListener((ListChangeListener<Need>) change -> show());
        show();
    }

    private void show() {
        if (needs.isEmpty()) {
            var nothing = line(
                    Icons.toned(Feather.CHECK, 16, Tone.SUCCESS),
                    words(Messages.text("overview.needs.none"), Messages.text("overview.needs.noneText")));
            nothing.getStyleClass().add("last");
            getChildren().setAll(nothing);
            return;
        }
        getChildren().setAll(needs.stream().map(NeedsList::line).toList());
        getChildren().getLast().getStyleClass().add("last");
    }

    private static HBox line(Need need) {
        var action = Buttons.inBar(Buttons.normal(need.action(), null, need.run()));
        action.setId("overview-need-" + need.id());
        action.setMinWidth(112);
        return line(Icons.toned(need.icon(), 16, need.tone()), words(need.title(), need.text()), action);
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(12, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("need-line");
        return line;
    }

    private static VBox words(String title, String text) {
        var words = new VBox(Labels.medium(title), Labels.secondary(text));
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }
}
