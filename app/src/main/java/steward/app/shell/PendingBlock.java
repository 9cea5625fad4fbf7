package steward.app.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Buttons;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.store.Operation;
import steward.store.OperationState;

/**
 * First in a panel while something of its object is on its way to the server: what, before and after, when it leaves, and
 * Undo as long as nothing was sent. A refused one leads to the outbox. Node ids {@code <id>}, {@code <id>-undo}.
 */
public final class PendingBlock extends VBox {

    private final OrganizationContext context;
    private final Label leaves = Labels.secondary("");
    private Operation operation;

    public PendingBlock(String id, OrganizationContext context) {
        super(8);
        this.context = context;
        setId(id);
        getStyleClass().add("pending-block");
        leaves.setWrapText(true);
        leaves.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(leaves, Priority.ALWAYS);
        managedProperty().bind(visibleProperty());
        show("", null);
        context.ticker().second().subscribe(this::word);
    }

    /** @param pending null hides the block */
    public void show(String what, Operation pending) {
        operation = pending;
        setVisible(pending != null);
        if (pending == null) return;
        boolean refused = pending.state() == OperationState.ATTENTION;
        var title = new HBox(
                8,
                refused
                        ? Icons.toned(Feather.ALERT_TRIANGLE, 16, Tone.WARNING)
                        : Icons.toned(Feather.UPLOAD_CLOUD, 16, Tone.ACCENT),
                Labels.strong(what));
        title.setAlignment(Pos.CENTER_LEFT);
        var line = new HBox(8, leaves);
        line.setAlignment(Pos.CENTER_LEFT);
        if (refused) {
            var outbox = Buttons.inBar(Buttons.normal(Messages.text("shell.pending.outbox"), null, this::openOutbox));
            outbox.setId(getId() + "-outbox");
            line.getChildren().add(outbox);
        } else if (canUndo(pending)) {
            var undo =
                    Buttons.inBar(Buttons.normal(Messages.text("shell.pending.undo"), Feather.ROTATE_CCW, this::undo));
            undo.setId(getId() + "-undo");
            line.getChildren().add(undo);
        }
        getChildren().setAll(title);
        changes(pending).forEach(change -> getChildren().add(line(change)));
        getChildren().add(line);
        word(context.ticker().second().get());
    }

    /** Whether nothing of it ever left this computer. */
    public static boolean canUndo(Operation pending) {
        return pending.firstSentAt() == null
                && (pending.state() == OperationState.HELD || pending.state() == OperationState.QUEUED);
    }

    private static List<FieldChange> changes(Operation pending) {
        return switch (pending.kind()) {
            case EDIT_ROOM, RENAME_RECORDING -> FieldChange.by(pending.payload(), pending.base());
            default -> List.of();
        };
    }

    private static HBox line(FieldChange change) {
        var name = Labels.secondary(change.name());
        name.setMinWidth(88);
        var before = Labels.explainWhenCut(Labels.secondary(orNone(change.before())));
        var after = Labels.explainWhenCut(Labels.styled(orNone(change.after()), "accent", "small-text"));
        var line = new HBox(8, name, before, Icons.toned(Feather.ARROW_RIGHT, 12, Tone.MUTED), after);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static String orNone(String value) {
        return value.isEmpty() ? Messages.text("shell.value.none") : value;
    }

    private void word(Instant now) {
        if (operation == null) return;
        leaves.setText(
                switch (operation.state()) {
                    case ATTENTION ->
                        operation.problem() == null
                                ? Messages.text("shell.pending.attention")
                                : operation.problem().detail();
                    case IN_FLIGHT -> Messages.text("shell.pending.inFlight");
                    default -> waiting(now);
                });
    }

    private String waiting(Instant now) {
        Instant until = operation.notBefore();
        if (until == null || !now.isBefore(until)) return Messages.text("shell.pending.waits");
        long seconds = (Duration.between(now, until).toMillis() + 999) / 1000;
        return Messages.text("shell.pending.leaves", seconds);
    }

    private void openOutbox() {
        context.window().navigator().show(Place.OUTBOX, operation.id());
    }

    private void undo() {
        List<UUID> ids = List.of(operation.id());
        context.background()
                .run("undo", () -> context.session().store().outbox().cancel(ids))
                .onSuccess(taken -> {
                    if (taken.isEmpty()) tell("shell.staging.tooLateText");
                })
                .onFailure(problem -> tell("shell.staging.undoFailedText"));
    }

    private void tell(String key) {
        context.window()
                .notices()
                .tell(Notice.problem(Messages.text("shell.staging.undoFailed"), Messages.text(key), null));
    }
}
