package steward.app.invitations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Buttons;
import steward.app.control.Disabled;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.SegmentedProgress;
import steward.app.control.Tone;
import steward.app.dialog.Choice;
import steward.app.dialog.Effect;
import steward.app.dialog.Question;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.intake.SendState;
import steward.app.intake.SendingWords;
import steward.app.notice.Notice;
import steward.app.shell.Command;
import steward.app.shell.Keys;
import steward.app.shell.OrganizationContext;
import steward.store.Request;
import steward.sync.SendingState;

/** How far the sending is: figures, what is waited for and until when, every row with its outcome. */
final class SendView extends VBox {
    private final SendViewModel model;
    private final OrganizationContext context;
    private final Rest rest;
    private final Label figure = Labels.figure("");
    private final Label answered = Labels.muted("");
    private final Label pace = Labels.secondary("");
    private final Label share = Labels.secondary("");
    private final Label wait = Labels.secondary("");
    private final Hyperlink tryNow = Buttons.link(Messages.text("invitations.send.tryNow"), this::tryNow);
    private final SegmentedProgress bar = new SegmentedProgress();
    private final Button cancel = Buttons.danger("", Feather.X, this::cancelRest);
    private final Button pause = Buttons.primary("", Feather.PAUSE, this::pause);
    private final Button revoke =
            Buttons.danger(Messages.text("invitations.send.revoke"), Feather.ROTATE_CCW, this::revoke);
    private final Disabled revokeGuard = new Disabled(revoke);
    private final SendTable table;
    private final Subscription clock;

    /**
     * The rows left over.
     *
     * @param rows how many
     * @param open leads on to them
     */
    record Rest(long rows, Runnable open) {}

    /** @param rest or null when every row that needs a person was staged */
    SendView(SendViewModel model, OrganizationContext context, Rest rest) {
        this.model = model;
        this.context = context;
        this.rest = rest;
        table = new SendTable(model, context);
        build();
        model.progressProperty().subscribe(progress -> show());
        model.sendingProperty().subscribe(sending -> show());
        clock = context.ticker().second().subscribe(now -> showWait());
    }

    /** Keys reach the rows at once. */
    void focus() {
        table.focus();
    }

    List<Command> commands() {
        return StepCommand.list(
                new StepCommand(pause, model.isPaused() ? Feather.PLAY : Feather.PAUSE, Keys.SUBMIT),
                new StepCommand(cancel, Feather.X, null),
                new StepCommand(revoke, Feather.ROTATE_CCW, null),
                new StepCommand(table.exporting(), Feather.DOWNLOAD, null));
    }

    void close() {
        clock.unsubscribe();
    }

    private void build() {
        setId("import-send");
        cancel.setId("import-cancel-rest");
        pause.setId("import-pause");
        revoke.setId("import-revoke");
        wait.setId("import-wait");
        tryNow.setId("import-try-now");
        tryNow.setMinWidth(USE_PREF_SIZE);
        figure.setId("import-answered");
        var line = new HBox(8, figure, answered);
        line.setAlignment(Pos.BASELINE_LEFT);
        var buttons = new HBox(8, cancel, revokeGuard, pause);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        var left = new VBox(4, line, pace);
        HBox.setHgrow(left, Priority.ALWAYS);
        var head = new HBox(16, left, buttons);
        head.setAlignment(Pos.CENTER_LEFT);
        wait.setGraphic(Icons.toned(Feather.RADIO, 14, Tone.MUTED));
        wait.setGraphicTextGap(8);
        var rule = new Region();
        rule.getStyleClass().add("rule");
        var under = new HBox(12, wait, tryNow);
        under.setAlignment(Pos.CENTER_LEFT);
        under.setMinHeight(24);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        under.getChildren().addAll(gap, share);
        var box = new VBox(12, head, bar, rule, under);
        box.getStyleClass().addAll("box", "send-box");
        var around = new VBox(12, box);
        around.getStyleClass().add("import-top");
        if (rest != null) {
            around.getChildren().add(leftOver());
        }
        around.getChildren().add(table.filters());
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        getChildren().addAll(around, table.node());
    }

    private Node leftOver() {
        var link = Buttons.link(Messages.text("invitations.rest.open"), rest.open());
        link.setId("import-rest");
        var line = new HBox(
                8,
                Icons.toned(Feather.ALERT_TRIANGLE, 14, Tone.WARNING),
                Labels.body(Messages.text("invitations.rest.text", rest.rows())),
                link);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void show() {
        Progress progress = model.progressProperty().get();
        Formats formats = Formats.current();
        figure.setText(
                progress.isKnown()
                        ? Messages.text("invitations.send.of", progress.answered(), progress.expected())
                        : "");
        answered.setText(Messages.text(progress.isKnown() ? "invitations.send.answered" : "invitations.send.reading"));
        pace.setText(pace(progress));
        share.setText(
                progress.expected() == 0
                        ? ""
                        : formats.percent(Math.floor(100.0 * progress.answered() / progress.expected()) / 100));
        List<SegmentedProgress.Part> parts = new ArrayList<>();
        for (SendState state : SendState.values()) {
            // What was taken back is no part of the way to go: a chip tells how many.
            boolean shown =
                    switch (state) {
                        case CANCELED -> false;
                        case ATTENTION -> progress.of(state) > 0;
                        default -> true;
                    };
            if (shown) {
                parts.add(new SegmentedProgress.Part(state.word(), OutcomeLook.tone(state), progress.of(state)));
            }
        }
        bar.show(parts);
        show(cancel, progress.canBeCanceled() > 0);
        String which = progress.canBeCanceled() == progress.total() ? "cancelAll" : "cancelRest";
        cancel.setText(Messages.text("invitations.send." + which, progress.canBeCanceled()));
        show(pause, progress.isKnown() && (!progress.isOver() || model.isPaused()));
        pause.setText(Messages.text(model.isPaused() ? "invitations.send.resume" : "invitations.send.pause"));
        pause.setGraphic(Icons.of(model.isPaused() ? Feather.PLAY : Feather.PAUSE));
        show(revokeGuard, progress.isOver() && progress.of(SendState.INVITED) > 0);
        revokeGuard.reasonProperty().set(model.refusalToRevoke().orElse(""));
        showWait();
    }

    private String pace(Progress progress) {
        if (!progress.isKnown()) {
            return "";
        }
        Formats formats = Formats.current();
        if (progress.startedAt() == null) {
            return Messages.text("invitations.send." + (progress.isOver() ? "over" : "notStarted"));
        }
        String started = Messages.text("invitations.send.started", formats.clockSeconds(progress.startedAt()));
        if (progress.isOver() && progress.endedAt() != null) {
            return Messages.text("invitations.send.over") + "  ·  " + started + "  ·  "
                    + Messages.text("invitations.send.ended", formats.clockSeconds(progress.endedAt()));
        }
        if (progress.perMinute() <= 0 || !model.isMoving()) {
            return started;
        }
        String rate = Messages.text("invitations.send.rate", formats.number(Math.round(progress.perMinute())));
        String left = progress.left()
                .map(time -> Messages.text("invitations.send.left", formats.duration(time)) + "  ·  ")
                .orElse("");
        return rate + "  ·  " + left + started;
    }

    private void showWait() {
        SendingState sending = model.sendingProperty().get();
        Instant now = context.ticker().second().get();
        Progress progress = model.progressProperty().get();
        wait.setVisible(progress.isKnown());
        show(tryNow, progress.isKnown() && !progress.isOver() && model.canTryNow());
        wait.setText(
                progress.isOver() && !model.isPaused() || sending == null
                        ? Messages.text("invitations.send.done")
                        : SendingWords.of(sending, now));
    }

    private void tryNow() {
        model.tryNow();
    }

    private void pause() {
        model.pause(!model.isPaused());
    }

    private void cancelRest() {
        int count = model.progressProperty().get().canBeCanceled();
        context.window()
                .dialogs()
                .decide(Question.of(
                        context.acting(),
                        Messages.text("invitations.cancel.title", count),
                        Messages.text("invitations.cancel.sentence"),
                        List.of(
                                Effect.of(Feather.CHECK, Messages.text("invitations.cancel.sent")),
                                Effect.of(Feather.DOWNLOAD, Messages.text("invitations.cancel.report"))),
                        Choice.cancel(Messages.text("invitations.cancel.keep")),
                        Choice.destructive(
                                "cancel-rest", Messages.text("invitations.cancel.submit", count), model::cancelRest)));
    }

    private void revoke() {
        model.revocable(requests -> {
            if (requests.isEmpty()) {
                context.window()
                        .notices()
                        .tell(Notice.info(
                                Messages.text("invitations.revoke.none"),
                                Messages.text("invitations.revoke.noneText")));
            } else {
                revoke(requests);
            }
        });
    }

    private void revoke(List<Request.CancelInvitation> requests) {
        int count = requests.size();
        context.window()
                .dialogs()
                .decide(Question.of(
                        context.acting(),
                        Messages.text("invitations.revoke.title", count),
                        Messages.text("invitations.revoke.sentence"),
                        List.of(
                                Effect.of(Feather.LINK, Messages.text("invitations.revoke.links")),
                                Effect.of(Feather.USER_CHECK, Messages.text("invitations.revoke.accepted"))),
                        Choice.cancel(Messages.text("invitations.revoke.keep")),
                        Choice.destructive(
                                "revoke-sent",
                                Messages.text("invitations.revoke.submit", count),
                                () -> model.revoke(requests))));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
