package steward.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import steward.app.control.Avatar;
import steward.app.control.IconWord;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.OrganizationLogo;
import steward.app.control.Tone;
import steward.app.i18n.Messages;

/** A heading with its count, or something to run: mark, title, hint, state and keys. */
final class PaletteCell extends ListCell<PaletteLine> {
    private final Logos logos;
    private final Label heading = Labels.styled("", "group-heading");
    private final Label headingCount = Labels.secondary("");
    private final HBox headingLine;
    private final StackPane mark = new StackPane();
    private final MarkedText title = new MarkedText("medium");
    private final Label hint = Labels.secondary("");
    private final Label right = Labels.secondary("");
    private final Label shortcut = Labels.keyCap("");
    private final HBox line;

    PaletteCell(Logos logos) {
        this.logos = logos;
        getStyleClass().add("palette-cell");
        headingLine = new HBox(heading, gap(), headingCount);
        headingLine.setAlignment(Pos.CENTER_LEFT);
        mark.setMinWidth(24);
        title.setMinWidth(USE_PREF_SIZE);
        title.setMaxWidth(360);
        right.setMinWidth(USE_PREF_SIZE);
        shortcut.setMinWidth(USE_PREF_SIZE);
        var enter = Labels.keyCap(Messages.text("shell.key.enter"));
        enter.setMinWidth(USE_PREF_SIZE);
        enter.visibleProperty().bind(selectedProperty());
        enter.managedProperty().bind(selectedProperty());
        line = new HBox(12, mark, title, hint, gap(), right, shortcut, enter);
        line.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    @Override
    protected void updateItem(PaletteLine item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().removeAll("heading", "choice");
        setId(null);
        switch (empty ? null : item) {
            case null -> setGraphic(null);
            case PaletteLine.Heading of -> {
                getStyleClass().add("heading");
                heading.setText(of.text());
                headingCount.setText(of.count());
                setGraphic(headingLine);
            }
            case PaletteLine.Item found -> show(found);
        }
    }

    private void show(PaletteLine.Item found) {
        PaletteLine.Entry entry = found.entry();
        setId("palette-" + entry.id());
        getStyleClass().add("choice");
        mark.getChildren().setAll(markOf(entry.mark()));
        title.show(entry.title().text(), found.inTitle());
        hint.setText(entry.hint().text());
        IconWord state = entry.right();
        right.setText(state == null ? "" : state.word());
        right.setGraphic(state == null || state.icon() == null ? null : Icons.toned(state.icon(), 14, state.tone()));
        right.getStyleClass().setAll("label", "secondary");
        if (state != null && state.tone() != Tone.MUTED) {
            right.getStyleClass().add(state.tone().styleClass());
        }
        shortcut.setText(entry.shortcut());
        shortcut.setVisible(!entry.shortcut().isEmpty());
        shortcut.setManaged(!entry.shortcut().isEmpty());
        setGraphic(line);
        setAccessibleText(entry.title().text() + " " + entry.hint().text());
    }

    private Node markOf(PaletteLine.Mark what) {
        return switch (what) {
            case PaletteLine.Mark.Icon icon -> Icons.toned(icon.icon(), 16, Tone.MUTED);
            case PaletteLine.Mark.Person person -> new Avatar(24, person.name());
            case PaletteLine.Mark.Logo of -> {
                var logo = new OrganizationLogo(24);
                logos.show(of.organization().organization(), logo);
                yield logo;
            }
        };
    }
}
