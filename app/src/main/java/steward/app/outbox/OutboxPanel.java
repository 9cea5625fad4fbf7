package steward.app.outbox;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Badge;
import steward.app.control.Buttons;
import steward.app.control.Facts;
import steward.app.control.Labels;
import steward.app.control.SidePanel;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.store.Directory;
import steward.store.Operation;

/** The selected operation: what it is, what stands against it, and the decision. */
final class OutboxPanel extends SidePanel {

    private final OutboxViewModel model;

    OutboxPanel(OutboxViewModel model) {
        super("outbox-panel");
        this.model = model;
        width(344);
        model.selectedProperty().subscribe(this::show);
    }

    private void show(OutboxLine.Item item) {
        openProperty().set(item != null);
        if (item == null) return;
        Operation operation = item.first();
        Directory.Entry entry = model.entry(operation.orgId());
        setTitle(
                OperationWords.title(item),
                entry == null ? "" : entry.organization().name());
        boolean attention = item.group() == OutboxGroup.ATTENTION;
        if (attention) {
            setBadges(new Badge(text("outbox.group.attention"), Tone.WARNING, Feather.ALERT_TRIANGLE));
        } else setBadges();
        var reason = Labels.paragraph(OperationWords.reason(item, model.sending(operation.orgId()), model.now()));
        List<Conflict> conflicts = Conflict.of(operation);
        if (conflicts.isEmpty()) setSections(reason, history(operation));
        else setSections(reason, conflicts(conflicts), history(operation));
        if (attention) setFoot(decide("outbox-keep-theirs", item, false), decide("outbox-send-mine", item, true));
        else if (model.canTakeBack(item)) {
            var undo = Buttons.normal(text("outbox.takeBack.action"), Feather.ROTATE_CCW, () -> model.takeBack(item));
            undo.setId("outbox-take-back");
            setFoot(undo);
        } else setFoot();
    }

    /** Neither choice is filled: overwriting a colleague must not stand out. */
    private Node decide(String id, OutboxLine.Item item, boolean mine) {
        boolean met = !Conflict.of(item.first()).isEmpty();
        String key = mine
                ? met ? "outbox.sendMine.action" : "outbox.retry.action"
                : met ? "outbox.keepTheirs.action" : "outbox.discard.action";
        var button = Buttons.normal(text(key), mine ? Feather.SEND : Feather.X, () -> {
            if (mine) model.sendMine(item);
            else model.keepTheirs(item);
        });
        button.setId(id);
        return button;
    }

    private static Node conflicts(List<Conflict> conflicts) {
        var box = new VBox(16);
        for (Conflict conflict : conflicts) {
            var facts = new Facts(72)
                    .add(text("outbox.conflict.before"), shown(conflict.before()))
                    .add(text("outbox.conflict.mine"), shown(conflict.mine()))
                    .add(text("outbox.conflict.theirs"), shown(conflict.theirs()));
            box.getChildren().add(new VBox(6, Labels.medium(conflict.field()), facts));
        }
        return SidePanel.section(text("outbox.conflict.title"), null, box);
    }

    private static Node history(Operation operation) {
        Formats formats = Formats.current();
        var facts = new Facts().add(text("outbox.fact.made"), formats.full(operation.createdAt()));
        if (operation.firstSentAt() != null) {
            facts.add(text("outbox.fact.sent"), formats.full(operation.firstSentAt()));
        }
        if (operation.answeredAt() != null) {
            facts.add(text("outbox.fact.answered"), formats.full(operation.answeredAt()));
        }
        if (operation.attempts() > 0) {
            facts.add(text("outbox.fact.attempts"), formats.number(operation.attempts()));
        }
        if (operation.sourceFile() != null) facts.add(text("outbox.fact.file"), operation.sourceFile());
        return SidePanel.section(text("outbox.history.title"), null, facts);
    }

    private static String shown(String value) {
        return value.isEmpty() ? text("outbox.conflict.none") : value;
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
