package steward.app.invitations;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Role;
import steward.app.control.Facts;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.intake.Preview;
import steward.app.shell.RoleWords;
import steward.people.Domains;

/** Beside the preview: to which domains it would go, and what would be sent. */
final class SummaryPanel extends ScrollPane {
    private static final int LISTED = 8;
    private static final Duration VALID = Duration.ofDays(7);

    private final Supplier<Instant> now;
    private final VBox domains = new VBox(8);
    private final Facts facts = new Facts(110);

    SummaryPanel(CheckViewModel model, Supplier<Instant> now) {
        this.now = now;
        setId("import-summary");
        getStyleClass().add("import-summary");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(216);
        setPrefWidth(216);
        setMaxWidth(216);
        var first = new VBox(8, Labels.strong(Messages.text("invitations.domains.title")), domains);
        first.getStyleClass().add("import-section");
        var second = new VBox(8, Labels.strong(Messages.text("invitations.sum.title")), facts);
        second.getStyleClass().addAll("import-section", "ruled");
        setContent(new VBox(first, second));
        model.previewProperty().subscribe(this::show);
    }

    private void show(Preview preview) {
        domains.getChildren().clear();
        facts.clear();
        if (preview == null) {
            return;
        }
        long most =
                preview.domains().stream().mapToLong(Domains.Line::count).max().orElse(1);
        preview.domains().stream().limit(LISTED).forEach(line -> domains.getChildren()
                .add(line(line, most)));
        if (preview.domains().isEmpty()) {
            domains.getChildren().add(Labels.secondary(Messages.text("invitations.domains.none")));
        }
        if (preview.domains().size() > LISTED) {
            domains.getChildren()
                    .add(Labels.secondary(Messages.text(
                            "invitations.domains.more", preview.domains().size() - LISTED)));
        }
        if (preview.outside() > 0) {
            var note = Labels.secondary(
                    Messages.text("invitations.domains.outside", preview.outside(), preview.ownDomains()));
            note.setWrapText(true);
            note.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(note, Priority.ALWAYS);
            domains.getChildren().add(new HBox(8, Icons.toned(Feather.INFO, 14, Tone.MUTED), note));
        }
        fact(as(Role.MEMBER), Formats.current().number(preview.tally().members()));
        fact(as(Role.ADMIN), Formats.current().number(preview.tally().admins()));
        fact(
                Messages.text("invitations.sum.expires"),
                Formats.current().day(now.get().plus(VALID)));
    }

    private static String as(Role role) {
        return Messages.text("invitations.sum.as", RoleWords.of(role));
    }

    private void fact(String label, String value) {
        facts.addRight(label, Labels.body(value));
    }

    private static Node line(Domains.Line line, long most) {
        var name = Labels.body(line.shown());
        name.getStyleClass().add("small-text");
        name.setTooltip(new Tooltip(line.domain()));
        name.setMinWidth(0);
        if (line.mixesScripts() || line.otherScript()) {
            name.setGraphic(Icons.toned(Feather.EYE, 12, Tone.WARNING));
            name.setTooltip(new Tooltip(Messages.text("invitations.domains.script", line.domain())));
        }
        var words = new HBox(6, name);
        words.setAlignment(Pos.CENTER_LEFT);
        if (line.own()) {
            var yours = Labels.secondary(Messages.text("invitations.domains.yours"));
            yours.setMinWidth(USE_PREF_SIZE);
            words.getChildren().add(yours);
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var count = Labels.styled(Formats.current().number(line.count()), "small-text");
        count.setMinWidth(USE_PREF_SIZE);
        words.getChildren().addAll(gap, count);
        return new VBox(4, words, bar(line.own() ? Tone.ACCENT : Tone.WARNING, (double) line.count() / most));
    }

    private static Node bar(Tone tone, double share) {
        var fill = new Region();
        fill.getStyleClass().addAll("share-fill", tone.styleClass());
        var bar = new StackPane(fill);
        bar.getStyleClass().add("summary-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        fill.maxWidthProperty().bind(bar.widthProperty().multiply(Math.max(0.02, share)));
        return bar;
    }
}
