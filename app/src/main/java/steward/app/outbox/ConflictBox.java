package steward.app.outbox;

import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.api.AuditRecord;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.store.Operation;
import tools.jackson.databind.JsonNode;

/** One field in question: before, mine and theirs as blocks, each with who and when where that is known. */
final class ConflictBox extends VBox {

    /** Up to so many characters a value stands large. */
    private static final int SHORT = 9;

    /** @param colleague the newest record of the audit log on the object, when one is known */
    ConflictBox(Conflict conflict, Operation operation, Optional<AuditRecord> colleague) {
        super(8);
        getChildren().add(Labels.strong(conflict.name()));
        String copy = version(operation.base())
                .map(version -> Messages.text("outbox.conflict.version", version))
                .orElse("");
        String theirWho = colleague.map(AuditRecord::actorName).orElse(Messages.text("outbox.conflict.server"));
        Instant theirWhen = colleague.map(AuditRecord::at).orElse(operation.answeredAt());
        var blocks = new VBox(
                block(
                        Feather.ROTATE_CCW,
                        Tone.MUTED,
                        "outbox.conflict.before",
                        conflict.before(),
                        Messages.text("outbox.conflict.copy"),
                        copy),
                block(
                        Feather.EDIT_2,
                        Tone.ACCENT,
                        "outbox.conflict.mine",
                        conflict.mine(),
                        Messages.text("outbox.conflict.you"),
                        moment(operation.createdAt())),
                block(
                        Feather.USER,
                        Tone.WARNING,
                        "outbox.conflict.theirs",
                        conflict.theirs(),
                        theirWho,
                        moment(theirWhen)));
        blocks.getStyleClass().addAll("boxed", "conflict-blocks");
        getChildren().add(blocks);
    }

    private static Node block(Feather icon, Tone tone, String key, String value, String who, String below) {
        var word = Labels.styled(Messages.text(key), "medium", "small-text", tone.styleClass());
        word.setGraphic(Icons.toned(icon, 12, tone));
        word.setMinWidth(72);
        String shown = OutboxPanel.orNone(value);
        Label figure = shown.length() <= SHORT ? Labels.figure(shown) : Labels.body(shown);
        figure.setWrapText(true);
        figure.setMinWidth(76);
        figure.setPrefWidth(shown.length() <= SHORT ? 76 : 104);
        var names = new VBox(
                Labels.explainWhenCut(Labels.styled(who, "small-text")),
                Labels.explainWhenCut(Labels.secondary(below)));
        names.setAlignment(Pos.CENTER_LEFT);
        var line = new HBox(12, word, figure, names);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("conflict-block", tone.styleClass());
        return line;
    }

    private static String moment(Instant when) {
        Formats formats = Formats.current();
        return when == null ? "" : formats.day(when) + ", " + formats.clockSeconds(when);
    }

    private static Optional<Long> version(JsonNode object) {
        return object == null || object.get("version") == null
                ? Optional.empty()
                : Optional.of(object.get("version").longValue());
    }
}
