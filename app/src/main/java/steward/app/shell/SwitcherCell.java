package steward.app.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import steward.app.control.IconWord;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.OrganizationLogo;
import steward.app.control.Tone;
import steward.app.i18n.Messages;

/** A heading, or an organization in two lines with what needs somebody, role, plan and pin (picture 07). */
final class SwitcherCell extends ListCell<SwitcherLine> {
    private static final double ROLE = 64;
    private static final double PLAN = 64;
    private static final double KEYS = 44;

    private final Logos logos;
    private final Label heading = Labels.styled("", "group-heading");
    private final OrganizationLogo logo = new OrganizationLogo(28);
    private final MarkedText name = new MarkedText("medium");
    private final MarkedText below = new MarkedText("secondary");
    private final Label alert = Labels.styled("", "small-text", "switcher-alert");
    private final Label role = column(ROLE);
    private final Label plan = column(PLAN);
    private final Label enter = Labels.keyCap(Messages.text("shell.key.enter"));
    private final FontIcon pin = Icons.toned(Feather.STAR, 14, Tone.WARNING);
    private final HBox line;

    SwitcherCell(Logos logos) {
        this.logos = logos;
        getStyleClass().add("switcher-cell");
        var names = new VBox(2, name, below);
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(120);
        HBox.setHgrow(names, Priority.ALWAYS);
        alert.setMinWidth(USE_PREF_SIZE);
        plan.getStyleClass().add("muted");
        enter.visibleProperty().bind(selectedProperty());
        var keys = new StackPane(enter);
        keys.setAlignment(Pos.CENTER_RIGHT);
        keys.setMinWidth(KEYS);
        var pinned = new StackPane(pin);
        pinned.setMinWidth(22);
        pinned.setAlignment(Pos.CENTER_RIGHT);
        pin.getStyleClass().add("pin");
        line = new HBox(12, logo, names, alert, role, plan, keys, pinned);
        HBox.setMargin(pinned, new javafx.geometry.Insets(0, 0, 0, -12));
        HBox.setMargin(keys, new javafx.geometry.Insets(0, 0, 0, -12));
        line.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    private static Label column(double width) {
        var label = Labels.styled("", "small-text");
        label.setMinWidth(width);
        label.setPrefWidth(width);
        return label;
    }

    @Override
    protected void updateItem(SwitcherLine item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().removeAll("heading", "choice", "dimmed");
        switch (empty ? null : item) {
            case null -> {
                setGraphic(null);
                setId(null);
            }
            case SwitcherLine.Heading title -> {
                heading.setText(title.text());
                getStyleClass().add("heading");
                setId(null);
                setGraphic(heading);
            }
            case SwitcherLine.Choice choice -> show(choice);
        }
    }

    private void show(SwitcherLine.Choice choice) {
        OrganizationRow row = choice.row();
        setId("switcher-" + row.organization().slug());
        getStyleClass().add("choice");
        if (row.organization().figures() == null) {
            getStyleClass().add("dimmed");
        }
        logos.show(row.organization(), logo);
        name.show(row.organization().name(), choice.inName());
        below.show(row.below(), choice.inSlug());
        IconWord what = row.alert();
        alert.setText(what == null ? "" : what.word());
        alert.setGraphic(what == null ? null : Icons.toned(what.icon(), 14, what.tone()));
        alert.getStyleClass().setAll("label", "small-text", "switcher-alert");
        if (what != null) {
            alert.getStyleClass().add(what.tone().styleClass());
        }
        role.setText(RoleWords.of(row.role()));
        plan.setText(RoleWords.of(row.organization().plan()));
        pin.setVisible(row.entry().pinned());
        setGraphic(line);
        setAccessibleText(row.organization().name() + ", " + role.getText() + ", " + plan.getText());
    }
}
