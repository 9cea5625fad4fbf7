package steward.app.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Values of up to so many characters stand large, when all of them are as short. */
    private static final int SHORT = 5;

    private final Instant now;
    private final boolean large;

    /** @param colleague the newest record of the audit log on the object, when one is known */
    ConflictBox(Conflict conflict, Operation operation, Optional<AuditRecord> colleague, Instant now) {
        super(8);
        this.now = now;
        large = Stream.of(conflict.before(), conflict.mine(), conflict.theirs())
                .allMatch(value -> OutboxPanel.orNone(value).length() <= SHORT);
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

    private Node block(Feather icon, Tone tone, String key, String value, String who, String below) {
        var word = Labels.styled(Messages.text(key), "medium", "small-text", tone.styleClass());
        word.setGraphic(Icons.toned(icon, 12, tone));
        word.setMinWidth(72);
        String shown = OutboxPanel.orNone(value);
        Label figure = large ? Labels.figure(shown) : Labels.medium(shown);
        figure.setWrapText(true);
        figure.setMinWidth(76);
        figure.setPrefWidth(large ? 76 : 104);
        var names = new VBox(
                Labels.explainWhenCut(Labels.styled(who, "small-text")),
                Labels.explainWhenCut(Labels.secondary(below)));
        names.setAlignment(Pos.CENTER_LEFT);
        var line = new HBox(12, word, figure, names);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("conflict-block", tone.styleClass());
        return line;
    }

    private String moment(Instant when) {
        return when == null ? "" : Formats.current().brief(when, now);
    }

    private static Optional<Long> version(JsonNode object) {
        return object == null || object.get("version") == null
                ? Optional.empty()
                : Optional.of(object.get("version").longValue());
    }
}
