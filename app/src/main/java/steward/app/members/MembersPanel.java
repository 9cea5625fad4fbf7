package steward.app.members;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.api.AuditRecord;
import steward.app.control.Avatar;
import steward.app.control.Buttons;
import steward.app.control.Facts;
import steward.app.control.IconWord;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.SidePanel;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.FailureWords;
import steward.app.shell.RoleWords;
import steward.store.OperationState;

/** The panel of one person: what is pending, the facts, what they did. Shown by {@link MembersView}. */
final class MembersPanel {
    private final SidePanel panel = new SidePanel("members-panel");
    private final VBox pending = new VBox(8);
    private final Label leaves = Labels.secondary("");
    private final VBox facts = new VBox();
    private final VBox activity = new VBox(8);
    private final VBox history = new VBox();
    private PersonRow row;

    MembersPanel(Runnable allActivity) {
        panel.width(316);
        pending.getStyleClass().add("pending-block");
        pending.setId("members-panel-pending");
        activity.setId("members-panel-activity");
        var all = Buttons.link(text("members.panel.all"), allActivity);
        all.setId("members-panel-all");
        history.getChildren().setAll(SidePanel.section(text("members.panel.activity"), all, activity));
        panel.setSections(pending, facts, history);
    }

    SidePanel node() {
        return panel;
    }

    /** @param undo takes the pending change back */
    void show(PersonRow shown, Instant now, Runnable undo, Runnable openOutbox) {
        PersonRow before = row;
        row = shown;
        panel.setTitle(shown.name(), shown.email());
        panel.setLead(new Avatar(40, shown.name()));
        boolean changes = shown.change() != PendingChange.NONE;
        pending.setVisible(changes);
        pending.setManaged(changes);
        // the same change keeps its button, which the keyboard may stand on
        if (changes && (before == null || !Objects.equals(before.pending(), shown.pending()))) {
            fillPending(undo, openOutbox);
        }
        tick(now);
    }

    void actions(Node... nodes) {
        panel.setFoot(nodes);
    }

    /** The countdown of the pending block. */
    void tick(Instant now) {
        if (row != null && row.pending() != null) {
            leaves.setText(leaving(now));
        }
    }

    private String leaving(Instant now) {
        Instant notBefore = row.pending().notBefore();
        if (row.pending().state() == OperationState.ATTENTION) {
            return row.pending().problem() == null
                    ? text("members.pending.attention")
                    : FailureWords.of(row.pending().problem());
        }
        if (row.pending().state() == OperationState.IN_FLIGHT) {
            return text("members.pending.inFlight");
        }
        boolean held = notBefore != null && now.isBefore(notBefore);
        return held
                ? text(
                        "members.pending.leaves",
                        (Duration.between(now, notBefore).toMillis() + 999) / 1000)
                : text("members.pending.waits");
    }

    private void fillPending(Runnable undo, Runnable openOutbox) {
        var what = new HBox(8, Icons.toned(Feather.UPLOAD_CLOUD, 16, Tone.ACCENT));
        what.setAlignment(Pos.CENTER_LEFT);
        if (row.roleBefore() != null) {
            what.getChildren()
                    .addAll(
                            Labels.strong(text("members.pending.role", RoleWords.of(row.roleBefore()))),
                            Icons.small(Feather.ARROW_RIGHT),
                            Labels.strong(RoleWords.of(row.role())));
        } else {
            what.getChildren().add(Labels.strong(row.change().shown().word()));
        }
        leaves.setWrapText(true);
        leaves.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(leaves, Priority.ALWAYS);
        boolean attention = row.change() == PendingChange.ATTENTION;
        var button = attention
                ? Buttons.normal(text("members.pending.outbox"), null, openOutbox)
                : Buttons.normal(text("members.pending.undo"), Feather.ROTATE_CCW, undo);
        button.setId("members-panel-undo");
        var line = new HBox(8, leaves);
        line.setAlignment(Pos.CENTER_LEFT);
        if (attention || PersonAction.canUndo(row.pending())) {
            line.getChildren().add(Buttons.inBar(button));
        }
        pending.getChildren().setAll(what, line);
    }

    /**
     * The facts and the history, as far as this computer knows them.
     *
     * @param known null while it is read
     */
    void fill(Activity known, Instant now) {
        if (row == null) {
            return;
        }
        Formats formats = Formats.current();
        var list = new Facts();
        list.add(text("members.fact.state"), iconWord(row.state().shown()));
        list.add(text("members.fact.role"), RoleWords.of(row.role()));
        if (row.isMember()) {
            memberFacts(list, known, now);
        } else {
            var invitation = row.invitation().now();
            list.add(text("members.fact.invited"), moment(invitation.invitedAt()));
            list.add(text("members.fact.sent"), moment(invitation.sentAt()));
            optional(list, "members.fact.invitedBy", invitation.invitedBy());
            list.add(text("members.fact.expires"), moment(invitation.expiresAt()));
            optional(list, "members.fact.note", invitation.note());
        }
        facts.getChildren().setAll(list);
        activity.getChildren().clear();
        if (known == null) {
            return;
        }
        known.records().forEach(each -> activity.getChildren().add(line(each, now)));
        if (known.records().isEmpty()) {
            var none = Labels.secondary(text("members.panel.noActivity"));
            none.setWrapText(true);
            activity.getChildren().add(none);
        }
    }

    private void memberFacts(Facts list, Activity known, Instant now) {
        Formats formats = Formats.current();
        var member = row.member().now();
        list.add(text("members.fact.joined"), moment(member.joinedAt()));
        optional(list, "members.fact.invitedBy", member.invitedBy());
        list.add(
                text("members.fact.active"),
                member.lastActiveAt() == null ? text("members.never") : formats.brief(member.lastActiveAt(), now));
        if (known != null && known.meeting() != null) {
            list.add(text("members.fact.meeting"), known.meeting().title());
        }
        list.add(text("members.fact.recordings"), known == null ? "" : recordings(known, formats));
        optional(list, "members.fact.note", member.note());
    }

    private static String recordings(Activity known, Formats formats) {
        return known.recordings() == 0
                ? text("members.none")
                : text("members.fact.recordingsValue", known.recordings(), formats.bytes(known.recordedBytes()));
    }

    /** Day and time; the whole of it on hover. */
    private static Label moment(Instant time) {
        Formats formats = Formats.current();
        Label label = Labels.body(formats.date(time) + ", " + formats.clock(time));
        label.setTooltip(new javafx.scene.control.Tooltip(formats.full(time)));
        return label;
    }

    private static void optional(Facts list, String key, String value) {
        if (value != null && !value.isBlank()) {
            list.add(text(key), value);
        }
    }

    private static Node iconWord(IconWord shown) {
        Label label = Labels.body(shown.word());
        label.setGraphic(Icons.toned(shown.icon(), 14, shown.tone()));
        return label;
    }

    private Node line(AuditRecord each, Instant now) {
        var words = Labels.body(ActivityWords.of(each, row));
        words.setTooltip(new javafx.scene.control.Tooltip(words.getText()));
        words.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var when = Labels.secondary(Formats.current().brief(each.at(), now));
        when.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(10, Icons.toned(ActivityWords.icon(each), 14, Tone.MUTED), words, gap, when);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static String text(String key, Object... arguments) {
        return Messages.text(key, arguments);
    }
}
