package steward.app.outbox;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Badge;
import steward.app.control.Buttons;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.OrganizationLogo;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.app.shell.RoleWords;
import steward.store.Directory;
import steward.store.OperationState;
import steward.sync.SendingState;

/** Draws a line of the outbox: an organization, a state, or what waits there. */
final class OutboxCell extends ListCell<OutboxLine> {

    private final OutboxViewModel model;

    OutboxCell(OutboxViewModel model) {
        this.model = model;
        getStyleClass().add("outbox-cell");
    }

    @Override
    protected void updateItem(OutboxLine line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().removeAll("organization-line", "heading-line", "item-line");
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        switch (line) {
            case OutboxLine.Organization organization -> draw("organization-line", organization(organization));
            case OutboxLine.Heading heading -> draw("heading-line", heading(heading));
            case OutboxLine.Item item -> draw("item-line", item(item));
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
        Color accent =
                entry == null ? Color.GRAY : Color.web(entry.organization().accentColor());
        logo.show(name, accent, null);
        var box = new HBox(8, logo, Labels.strong(name));
        if (entry != null) {
            box.getChildren().add(new Badge(RoleWords.of(entry.organization().role()), Tone.MUTED));
        }
        box.getChildren().addAll(gap(), Labels.secondary(OperationWords.sending(line.sending())));
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
        var word = Labels.styled(words(line.group()), "medium", tone.styleClass());
        var box = new HBox(6, Icons.toned(icon, 12, tone), word, Labels.secondary(Integer.toString(line.count())));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node item(OutboxLine.Item item) {
        SendingState sending = model.sending(item.first().orgId());
        var title = Labels.medium(OperationWords.title(item));
        var reason = Labels.secondary(OperationWords.reason(item, sending, model.now()));
        var words = new VBox(title, reason);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var time = Labels.body(OperationWords.time(item, sending, model.now()));
        time.setMinWidth(Region.USE_PREF_SIZE);
        var box = new HBox(12, Icons.toned(OperationWords.icon(item.first().kind()), 16, Tone.MUTED), words);
        if (item.first().state() == OperationState.HELD) {
            var undo = Buttons.inBar(Buttons.normal(
                    Messages.text("outbox.undo.action"), Feather.ROTATE_CCW, () -> model.takeBack(item)));
            undo.setId("outbox-undo");
            box.getChildren().add(undo);
        }
        box.getChildren().add(time);
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

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
