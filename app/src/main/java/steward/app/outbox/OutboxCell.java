package steward.app.outbox;

import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Badge;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.OrganizationLogo;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.Logos;
import steward.app.shell.RoleWords;
import steward.store.Directory;

/** Draws a line of the outbox: an organization, a state, or what waits there (picture 10). */
final class OutboxCell extends ListCell<OutboxLine> {

    private static final PseudoClass FOLDABLE = PseudoClass.getPseudoClass("foldable");

    private final OutboxViewModel model;
    private final ItemBox item;
    private final Logos logos;

    OutboxCell(OutboxViewModel model, Logos logos, ObservableValue<Instant> second) {
        this.logos = logos;
        this.model = model;
        item = new ItemBox(model);
        getStyleClass().add("outbox-cell");
        // As wide as the list: longer words end in an ellipsis.
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (getItem() instanceof OutboxLine.Heading heading) model.toggle(heading);
        });
        second.subscribe(now -> {
            if (getItem() instanceof OutboxLine.Item) item.tick();
        });
    }

    @Override
    protected void updateItem(OutboxLine line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().removeAll("organization-line", "heading-line", "item-line");
        pseudoClassStateChanged(FOLDABLE, line instanceof OutboxLine.Heading heading && heading.foldable());
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        switch (line) {
            case OutboxLine.Organization organization -> draw("organization-line", organization(organization));
            case OutboxLine.Heading heading -> draw("heading-line", heading(heading));
            case OutboxLine.Item shown -> {
                item.show(shown);
                draw("item-line", item);
            }
        }
    }

    private void draw(String styleClass, Node node) {
        getStyleClass().add(styleClass);
        setGraphic(node);
    }

    private Node organization(OutboxLine.Organization line) {
        var logo = new OrganizationLogo(24);
        Directory.Entry entry = line.entry();
        String name = entry == null
                ? Messages.text("outbox.organization.unknown")
                : entry.organization().name();
        if (entry == null) {
            logo.show(name, Color.GRAY, null);
        } else {
            logos.show(entry.organization(), logo);
        }
        var box = new HBox(8, logo, Labels.strong(name));
        if (entry != null) {
            box.getChildren().add(new Badge(RoleWords.of(entry.organization().role()), Tone.MUTED));
        }
        box.getChildren()
                .addAll(gap(), Labels.explainWhenCut(Labels.secondary(OperationWords.sending(line.sending()))));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Node heading(OutboxLine.Heading line) {
        Tone tone =
                switch (line.group()) {
                    case ATTENTION -> Tone.WARNING;
                    case WAITING -> Tone.ACCENT;
                    case SENT -> Tone.SUCCESS;
                };
        Feather icon =
                switch (line.group()) {
                    case ATTENTION -> Feather.ALERT_TRIANGLE;
                    case WAITING -> Feather.CLOCK;
                    case SENT -> Feather.CHECK;
                };
        var word = Labels.styled(words(line.group()), "medium", "small-text", tone.styleClass());
        var count = Labels.secondary(Formats.current().number(line.count()));
        var box = new HBox(6, Icons.toned(icon, 12, tone), word, count);
        if (line.foldable()) {
            String last = line.last() == null
                    ? ""
                    : Messages.text("outbox.group.last", Formats.current().clockSeconds(line.last()));
            var arrow = Icons.toned(line.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT, 14, Tone.MUTED);
            box.getChildren().addAll(gap(), Labels.secondary(last), arrow);
        }
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static String words(OutboxGroup group) {
        return switch (group) {
            case ATTENTION -> Messages.text("outbox.group.attention");
            case WAITING -> Messages.text("outbox.group.waiting");
            case SENT -> Messages.text("outbox.group.sent");
        };
    }

    static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
