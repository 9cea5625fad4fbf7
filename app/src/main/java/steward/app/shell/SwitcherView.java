package steward.app.shell;

import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.IconButton;
import steward.app.control.Labels;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;

/** The organization switcher (picture 07); works by keyboard alone. */
final class SwitcherView extends VBox {
    /** What a row leads to beside opening it. */
    record Verbs(Runnable refresh, Runnable create, Consumer<OrganizationRow> leave, Runnable hide) {}

    private final SwitcherViewModel model;
    private final Verbs verbs;
    private final PopoverField field;
    private final ListView<SwitcherLine> list = new ListView<>();
    private final Label age = Labels.secondary("");

    SwitcherView(SwitcherViewModel model, Logos logos, ObservableValue<Instant> clock, Verbs verbs) {
        this.model = model;
        this.verbs = verbs;
        field = new PopoverField(
                "switcher-search",
                Messages.text("shell.switcher.prompt"),
                model.queryProperty(),
                model.countProperty());
        build(logos);
        bind(clock);
    }

    TextField input() {
        return field.input();
    }

    private void build(Logos logos) {
        setId("switcher");
        getStyleClass().addAll("popover", "switcher");
        setPrefSize(632, 556);
        list.setId("switcher-list");
        list.setCellFactory(view -> cell(logos));
        list.setItems(model.lines());
        list.setFocusTraversable(false);
        list.setPlaceholder(Labels.muted(Messages.text("shell.switcher.none")));
        VBox.setVgrow(list, Priority.ALWAYS);
        var create = new IconButton(Feather.PLUS, Messages.text("shell.command.create"), () -> {
                    verbs.hide().run();
                    verbs.create().run();
                })
                .flat();
        create.setId("switcher-create");
        var top = new HBox(8, field, create);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("popover-top");
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(top, list, foot());
    }

    private HBox foot() {
        var refresh = new IconButton(Feather.REFRESH_CW, Messages.text("shell.command.refresh"), verbs.refresh())
                .flat()
                .inBar();
        refresh.setId("switcher-refresh");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(
                6,
                Labels.keyCap("↑"),
                Labels.keyCap("↓"),
                spaced("shell.key.choose"),
                Labels.keyCap(Keys.text(Keys.PIN)),
                spaced("shell.key.pin"),
                Labels.keyCap(Messages.text("shell.key.escape")),
                spaced("shell.key.close"),
                gap,
                age,
                refresh);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("popover-foot");
        return foot;
    }

    static Label spaced(String key) {
        var label = Labels.secondary(Messages.text(key));
        label.getStyleClass().add("key-word");
        return label;
    }

    private SwitcherCell cell(Logos logos) {
        var cell = new SwitcherCell(logos);
        cell.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && cell.getItem() instanceof SwitcherLine.Choice) {
                model.selectedProperty().set(cell.getIndex());
                openChosen();
            }
        });
        cell.setOnContextMenuRequested(event -> {
            if (cell.getItem() instanceof SwitcherLine.Choice choice) {
                model.selectedProperty().set(cell.getIndex());
                menu(choice.row()).show(cell, event.getScreenX(), event.getScreenY());
            }
        });
        return cell;
    }

    private ContextMenu menu(OrganizationRow row) {
        var pin = new MenuItem(Messages.text(row.entry().pinned() ? "shell.switcher.unpin" : "shell.switcher.pin"));
        pin.setOnAction(event -> model.togglePin());
        var leave = new MenuItem(Messages.text("shell.switcher.leave"));
        leave.setId("switcher-leave");
        leave.setOnAction(event -> {
            verbs.hide().run();
            verbs.leave().accept(row);
        });
        return new ContextMenu(pin, leave);
    }

    private void bind(ObservableValue<Instant> clock) {
        model.selectedProperty().subscribe(at -> {
            list.getSelectionModel().clearAndSelect(at.intValue());
            list.scrollTo(Math.max(0, at.intValue() - 4));
        });
        clock.subscribe(now -> {
            Instant refreshed = model.refreshedAt();
            age.setText(
                    refreshed == null
                            ? Messages.text("shell.switcher.neverRefreshed")
                            : Messages.text(
                                    "shell.switcher.refreshed",
                                    Formats.current().age(refreshed, now)));
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        if (Keys.PIN.match(event)) {
            model.togglePin();
        } else if (event.getCode() == KeyCode.DOWN) {
            model.move(1);
        } else if (event.getCode() == KeyCode.UP) {
            model.move(-1);
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() == field.input()) {
            openChosen();
        } else {
            return;
        }
        event.consume();
    }

    private void openChosen() {
        if (model.chosen() != null) {
            verbs.hide().run();
            model.openChosen();
        }
    }
}
