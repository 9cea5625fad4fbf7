package steward.app.overview;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Buttons;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.app.shell.Navigator;

/** Getting started: how many of the steps are done, and the next one; gone when all are. */
final class ChecklistBox extends VBox {

    private final OverviewViewModel model;
    private final Navigator navigator;
    private final Label count = Labels.secondary("");
    private final HBox ticks = new HBox(4);
    private final VBox box = new VBox(12);

    ChecklistBox(OverviewViewModel model, Navigator navigator) {
        super(8);
        this.model = model;
        this.navigator = navigator;
        setId("overview-checklist");
        box.getStyleClass().addAll("boxed", "padded-box");
        getChildren()
                .setAll(
                        OverviewView.heading(Messages.text("overview.checklist.title"), count, Labels.secondary("")),
                        box);
        model.standingProperty().subscribe(this::show);
    }

    private void show(Standing standing) {
        List<Step> left = standing == null || !standing.known() ? List.of() : model.stepsLeft();
        setVisible(!left.isEmpty());
        setManaged(isVisible());
        if (left.isEmpty()) return;
        int all = Step.values().length;
        count.setId("overview-checklist-count");
        count.setText(Messages.text("overview.checklist.done", all - left.size(), all));
        ticks.getChildren().clear();
        for (int i = 0; i < all; i++) {
            var tick = new Region();
            tick.getStyleClass().addAll("checklist-tick", i < all - left.size() ? "done" : "left");
            HBox.setHgrow(tick, Priority.ALWAYS);
            ticks.getChildren().add(tick);
        }
        box.getChildren().setAll(ticks, next(left.getFirst()));
    }

    private HBox next(Step step) {
        String key = "overview.step." + step.name().toLowerCase(Locale.ROOT);
        var words = new VBox(Labels.medium(Messages.text(key)), Labels.secondary(Messages.text(key + "Text")));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var go = Buttons.inBar(
                Buttons.normal(Messages.text("overview.checklist.action"), null, () -> navigator.show(step.place())));
        go.setId("overview-checklist-next");
        var line = new HBox(12, Icons.toned(Feather.CIRCLE, 16, Tone.MUTED), words, go);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
