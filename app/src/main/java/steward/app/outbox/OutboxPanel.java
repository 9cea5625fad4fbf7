package steward.app.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
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
import steward.app.shell.FieldChange;
import steward.store.Directory;
import steward.store.Operation;

/** The selected operation: what it is, what stands against it, and the decision (picture 10). */
final class OutboxPanel extends SidePanel {

    private final OutboxViewModel model;
    private final OutboxEdits edits;
    private final Label reason = Labels.paragraph("");

    OutboxPanel(OutboxViewModel model, OutboxEdits edits, ObservableValue<Instant> second) {
        super("outbox-panel");
        this.model = model;
        this.edits = edits;
        width(344);
        // By invalidation, so that a fresh copy is drawn as well.
        model.selectedProperty().subscribe(() -> show(model.selectedProperty().get()));
        reason.setId("outbox-reason");
        second.subscribe(now -> word());
    }

    private void show(OutboxLine.Item item) {
        openProperty().set(item != null);
        if (item == null) return;
        Operation operation = item.first();
        Directory.Entry entry = model.entry(operation.orgId());
        setTitle(
                OperationWords.title(item),
                entry == null ? "" : entry.organization().name());
        List<Conflict> conflicts = Conflict.of(operation);
        setBadges(badges(item, conflicts));
        List<Node> sections = new ArrayList<>();
        word();
        sections.add(reason);
        conflicts.forEach(conflict ->
                sections.add(new ConflictBox(conflict, operation, model.colleague(operation), model.now())));
        List<FieldChange> changes = conflicts.isEmpty()
                ? FieldChange.by(operation.payload(), operation.base())
                : Conflict.fitting(operation);
        if (operation.base() != null && !changes.isEmpty()) sections.add(changes(changes, !conflicts.isEmpty()));
        sections.add(history(operation));
        setSections(sections.toArray(Node[]::new));
        setFoot(actions(item, !conflicts.isEmpty()));
    }

    /** What it waits for changes without any news: an undo window ends. */
    private void word() {
        OutboxLine.Item item = model.selectedProperty().get();
        if (item == null) return;
        reason.setText(OperationWords.reason(item, model.sending(item.first().orgId()), model.now()));
    }

    private static Node[] badges(OutboxLine.Item item, List<Conflict> conflicts) {
        if (item.group() != OutboxGroup.ATTENTION) return new Node[0];
        if (conflicts.isEmpty()) {
            return new Node[] {new Badge(text("outbox.group.attention"), Tone.WARNING, Feather.ALERT_TRIANGLE)};
        }
        return new Node[] {
            new Badge(text("outbox.conflict.badge"), Tone.WARNING, Feather.ALERT_TRIANGLE),
            Labels.secondary(Messages.text("outbox.conflict.count", conflicts.size()))
        };
    }

    private Node[] actions(OutboxLine.Item item, boolean conflict) {
        List<Node> buttons = new ArrayList<>();
        if (item.group() == OutboxGroup.ATTENTION) {
            // Neither choice is filled: overwriting a colleague must not stand out.
            buttons.add(button(
                    "outbox-keep-theirs",
                    Buttons.normal(
                            text(conflict ? "outbox.keepTheirs.action" : "outbox.discard.action"),
                            null,
                            () -> model.keepTheirs(item))));
            buttons.add(button(
                    "outbox-send-mine",
                    Buttons.normal(
                            text(conflict ? "outbox.sendMine.action" : "outbox.retry.action"),
                            Feather.SEND,
                            () -> model.sendMine(item))));
        } else if (model.canTakeBack(item)) {
            buttons.add(button(
                    "outbox-take-back",
                    Buttons.normal(text("outbox.takeBack.action"), Feather.ROTATE_CCW, () -> model.takeBack(item))));
        }
        if (edits.canEdit(item)) {
            buttons.add(OutboxCell.gap());
            buttons.add(button(
                    "outbox-edit", Buttons.normal(text("outbox.edit.action"), Feather.EDIT_2, () -> edits.ask(item))));
        }
        return buttons.toArray(Node[]::new);
    }

    private static Button button(String id, Button button) {
        button.setId(id);
        return Buttons.inBar(button);
    }

    private static Node changes(List<FieldChange> changes, boolean fitting) {
        var facts = new Facts();
        for (FieldChange change : changes) {
            var words =
                    Labels.body(Messages.text("outbox.change.words", orNone(change.before()), orNone(change.after())));
            words.setWrapText(true);
            facts.add(change.name(), words);
        }
        Node remark = fitting ? Labels.secondary(text("outbox.fits.remark")) : null;
        return SidePanel.section(text(fitting ? "outbox.fits.title" : "outbox.change.title"), remark, facts);
    }

    private static Node history(Operation operation) {
        Formats formats = Formats.current();
        var facts = new Facts().add(text("outbox.fact.made"), moment(operation.createdAt()));
        if (operation.firstSentAt() != null) facts.add(text("outbox.fact.sent"), moment(operation.firstSentAt()));
        if (operation.answeredAt() != null) facts.add(text("outbox.fact.answered"), moment(operation.answeredAt()));
        if (operation.attempts() > 0) {
            facts.add(text("outbox.fact.attempts"), formats.number(operation.attempts()));
        }
        if (operation.sourceFile() != null) facts.add(text("outbox.fact.file"), operation.sourceFile());
        return new VBox(SidePanel.section(text("outbox.history.title"), null, facts));
    }

    private static Label moment(Instant at) {
        Formats formats = Formats.current();
        var label = Labels.body(formats.day(at) + ", " + formats.clockSeconds(at));
        label.setTooltip(new Tooltip(formats.full(at)));
        return label;
    }

    static String orNone(String value) {
        return value.isEmpty() ? text("outbox.conflict.none") : value;
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
