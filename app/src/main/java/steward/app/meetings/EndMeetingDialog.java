package steward.app.meetings;

import java.time.Instant;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
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

    /** Under the words of a choice, beside its mark. */
    private static final double INDENT = 24;

    private final MeetingsViewModel model;
    private final OrganizationContext context;
    private final MeetingRow row;
    private final RadioButton now = new RadioButton(text("meetings.end.now"));
    private final RadioButton later = new RadioButton(text("meetings.end.later"));
    private final TextField minutes = new TextField("10");
    private final TextArea message = new TextArea();
    private final StringBinding fault = Bindings.createStringBinding(
            this::whatIsWrong, later.selectedProperty(), minutes.textProperty(), message.textProperty());

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
                                        Effect.of(
                                                Feather.KEY,
                                                Messages.text("meetings.end.license", model.licensesOwned())),
                                        Effect.of(Feather.LIST, text("meetings.end.audit")),
                                        Effect.warning(text("meetings.end.forGood"))),
                                Choice.cancel(text("meetings.end.keep")),
                                Choice.destructive("end", text("meetings.end.confirmNow"), this::end)
                                        .blockedWhile(fault.isNotEmpty())
                                        .worded(Bindings.createStringBinding(
                                                this::confirm, later.selectedProperty(), minutes.textProperty())))
                        .withContent(this::content));
    }

    private void end() {
        boolean notice = later.isSelected();
        String words = message.getText().strip();
        model.end(row, notice ? number() : 0, notice && !words.isEmpty() ? words : null);
    }

    private int number() {
        return Integer.parseInt(minutes.getText().strip());
    }

    private boolean isNumber() {
        return model.noticeFault(minutes.getText()).isEmpty();
    }

    private String confirm() {
        if (!later.isSelected()) return text("meetings.end.confirmNow");
        return isNumber() ? Messages.text("meetings.end.confirmIn", number()) : text("meetings.end.confirmLater");
    }

    /** What is wrong with what is chosen, in words, or empty. */
    private String whatIsWrong() {
        if (!later.isSelected()) return "";
        return model.noticeFault(minutes.getText())
                .or(() -> model.messageFault(message.getText()))
                .orElse("");
    }

    private String sentence() {
        boolean inRoom = row.meeting().roomName() != null;
        return Messages.text(
                inRoom ? "meetings.end.sentence" : "meetings.end.sentenceNoRoom",
                row.meeting().hostName(),
                row.room(""),
                Formats.current().clock(row.meeting().startedAt()),
                row.inside().size());
    }

    private Node content() {
        var explained = Labels.secondary(text("meetings.end.nowText"));
        explained.setPadding(new Insets(0, 0, 0, INDENT));
        var problem = Labels.styled("", "field-fault");
        problem.setId("meetings-end-fault");
        problem.textProperty().bind(fault);
        problem.visibleProperty().bind(fault.isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        var details = new VBox(8, messageHead(), message, problem);
        details.setPadding(new Insets(0, 0, 0, INDENT));
        message.setId("meetings-end-message");
        message.setPrefRowCount(2);
        message.setWrapText(true);
        message.setAccessibleText(text("meetings.end.message"));
        message.disableProperty().bind(later.selectedProperty().not());
        return new VBox(8, option(now, new VBox(4, now, explained)), option(later, new VBox(8, notice(), details)));
    }

    private Node notice() {
        minutes.setId("meetings-end-minutes");
        minutes.setAlignment(Pos.CENTER_RIGHT);
        minutes.setPrefWidth(64);
        minutes.setMaxWidth(64);
        minutes.setAccessibleText(text("meetings.end.minutes"));
        minutes.disableProperty().bind(later.selectedProperty().not());
        var ends = Labels.secondary("");
        ends.textProperty().bind(endsAt());
        ends.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(8, later, minutes, Labels.body(text("meetings.end.minutes")), gap(), ends);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node messageHead() {
        var length = Labels.secondary("");
        length.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.text(
                                "meetings.end.length",
                                message.getText()
                                        .codePointCount(0, message.getText().length())),
                        message.textProperty()));
        return new HBox(8, Labels.medium(text("meetings.end.message")), gap(), length);
    }

    /** A box that is framed while its choice is taken, and takes it on a click. */
    private static Node option(RadioButton choice, Pane box) {
        box.getStyleClass().add("option-box");
        box.setOnMouseClicked(event -> choice.setSelected(true));
        choice.selectedProperty().subscribe(chosen -> {
            box.getStyleClass().remove("chosen");
            if (chosen) box.getStyleClass().add("chosen");
        });
        return box;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private StringBinding endsAt() {
        return Bindings.createStringBinding(
                () -> {
                    if (!isNumber()) return "";
                    Instant at = context.ticker().second().get().plusSeconds(number() * 60L);
                    return Messages.text("meetings.end.at", Formats.current().clockSeconds(at));
                },
                minutes.textProperty(),
                context.ticker().second());
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
