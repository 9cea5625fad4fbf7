package steward.app.shell;

import javafx.geometry.Pos;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import steward.app.control.Labels;
import steward.app.i18n.Messages;

/** The command palette (picture 13). */
final class PaletteView extends VBox {
    private final PaletteViewModel model;
    private final Runnable hide;
    private final PopoverField field;
    private final ListView<PaletteLine> list = new ListView<>();

    PaletteView(PaletteViewModel model, Logos logos, Runnable hide) {
        this.model = model;
        this.hide = hide;
        field = new PopoverField(
                "palette-search", Messages.text("shell.palette.prompt"), model.queryProperty(), model.countProperty());
        build(logos);
        bind();
    }

    TextField input() {
        return field.input();
    }

    private void build(Logos logos) {
        setId("palette");
        getStyleClass().addAll("popover", "palette");
        setPrefSize(640, 574);
        list.setId("palette-list");
        list.setItems(model.lines());
        list.setFocusTraversable(false);
        list.setPlaceholder(Labels.muted(Messages.text("shell.palette.none")));
        list.setCellFactory(view -> {
            var cell = new PaletteCell(logos);
            cell.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && cell.getItem() instanceof PaletteLine.Item) {
                    model.selectedProperty().set(cell.getIndex());
                    run();
                }
            });
            return cell;
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(field, list, foot());
    }

    private static HBox foot() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(
                6,
                Labels.keyCap("↑"),
                Labels.keyCap("↓"),
                SwitcherView.spaced("shell.key.choose"),
                Labels.keyCap(Messages.text("shell.key.tab")),
                SwitcherView.spaced("shell.key.nextGroup"),
                Labels.keyCap(Messages.text("shell.key.escape")),
                SwitcherView.spaced("shell.key.close"),
                gap,
                Labels.secondary(Messages.text("shell.palette.local")));
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("popover-foot");
        return foot;
    }

    private void bind() {
        model.selectedProperty().subscribe(at -> {
            list.getSelectionModel().clearAndSelect(at.intValue());
            list.scrollTo(Math.max(0, at.intValue() - 8));
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case KeyCode.DOWN -> model.move(1);
            case KeyCode.UP -> model.move(-1);
            case KeyCode.TAB -> model.nextGroup();
            case KeyCode.ENTER -> run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void run() {
        PaletteLine.Entry chosen = model.chosen();
        if (chosen != null) {
            hide.run();
            chosen.run().run();
        }
    }
}
