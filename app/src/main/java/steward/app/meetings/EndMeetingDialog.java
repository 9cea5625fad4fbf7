package steward.app.meetings;

import java.time.Instant;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Labels;
import steward.app.dialog.Choice;
import steward.app.dialog.Effect;
import steward.app.dialog.Question;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;

/** Asks how a meeting ends: at once, or with notice and a message (picture 12). */
final class EndMeetingDialog {

    private static final int LONGEST_NOTICE = 60;

    private final MeetingsViewModel model;
    private final OrganizationContext context;
    private final MeetingRow row;
    private final RadioButton now = new RadioButton(text("meetings.end.now"));
    private final RadioButton later = new RadioButton(text("meetings.end.later"));
    private final Spinner<Integer> minutes = new Spinner<>(1, LONGEST_NOTICE, 10);
    private final TextArea message = new TextArea();

    EndMeetingDialog(MeetingsViewModel model, OrganizationContext context, MeetingRow row) {
        this.model = model;
        this.context = context;
        this.row = row;
    }

    /** @param withNotice which of the two is chosen at first */
    void ask(boolean withNotice) {
        var group = new ToggleGroup();
        now.setId("meetings-end-now");
        now.setToggleGroup(group);
        later.setId("meetings-end-later");
        later.setToggleGroup(group);
        (withNotice ? later : now).setSelected(true);
        context.window()
                .dialogs()
                .decide(Question.of(
                                context.acting(),
                                Messages.text(
                                        "meetings.end.title", row.meeting().title()),
                                sentence(),
                                List.of(
                                        Effect.of(Feather.KEY, text("meetings.end.license")),
                                        Effect.of(Feather.LIST, text("meetings.end.audit")),
                                        Effect.warning(text("meetings.end.forGood"))),
                                Choice.cancel(text("meetings.end.keep")),
                                Choice.destructive("end", text("meetings.end.confirm"), this::end)
                                        .blockedWhile(Bindings.createBooleanBinding(
                                                () -> model.messageFault(message.getText())
                                                        .isPresent(),
                                                message.textProperty())))
                        .withContent(this::content));
    }

    private void end() {
        boolean notice = later.isSelected();
        String words = message.getText().strip();
        model.end(row, notice ? minutes.getValue() : 0, notice && !words.isEmpty() ? words : null);
    }

    private String sentence() {
        return Messages.text(
                "meetings.end.sentence",
                row.meeting().hostName(),
                row.room(text("meetings.room.none")),
                Formats.current().clock(row.meeting().startedAt()),
                row.inside().size());
    }

    private Node content() {
        var atOnce = new VBox(4, now, Labels.secondary(text("meetings.end.nowText")));
        minutes.setId("meetings-end-minutes");
        minutes.setEditable(true);
        minutes.setPrefWidth(88);
        message.setId("meetings-end-message");
        message.setPrefRowCount(2);
        message.setWrapText(true);
        var ends = Labels.secondary("");
        ends.textProperty().bind(endsAt());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(8, later, minutes, Labels.body(text("meetings.end.minutes")), gap, ends);
        line.setAlignment(Pos.CENTER_LEFT);
        var length = Labels.secondary("");
        length.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.text(
                                "meetings.end.length",
                                message.getText()
                                        .codePointCount(0, message.getText().length())),
                        message.textProperty()));
        var gap2 = new Region();
        HBox.setHgrow(gap2, Priority.ALWAYS);
        var label = new HBox(8, Labels.medium(text("meetings.end.message")), gap2, length);
        var withNotice = new VBox(8, line, label, message);
        message.disableProperty().bind(later.selectedProperty().not());
        minutes.disableProperty().bind(later.selectedProperty().not());
        atOnce.getStyleClass().add("option-box");
        withNotice.getStyleClass().add("option-box");
        return new VBox(8, atOnce, withNotice);
    }

    private StringBinding endsAt() {
        return Bindings.createStringBinding(
                () -> {
                    Instant at = context.ticker().second().get().plusSeconds(minutes.getValue() * 60L);
                    return Messages.text("meetings.end.at", Formats.current().clockSeconds(at));
                },
                minutes.valueProperty(),
                context.ticker().second());
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
