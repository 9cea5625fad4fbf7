package steward.app.invitations;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Action;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Page;
import steward.app.control.State;
import steward.app.control.StateView;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.intake.Counts;
import steward.app.intake.Preview;
import steward.app.shell.Command;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Place;

/** The frame of an import: where one is on the way, and the step itself. */
final class ImportView extends StackPane {
    private final ImportViewModel model;
    private final OrganizationContext context;
    private final Page page = new Page("import", Messages.text("invitations.page.title"));
    private final HBox steps = new HBox(8);
    private final StartView start;
    /** The view of the step shown, to be closed with it; or null. */
    private SendView sending;

    private Runnable focus = () -> {};
    private Supplier<List<Command>> commands = List::of;

    ImportView(ImportViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        start = new StartView(model, context);
        build();
        bind();
    }

    /** Keys reach the step at once. */
    void focus() {
        focus.run();
    }

    List<Command> commands() {
        return commands.get();
    }

    void close() {
        if (sending != null) {
            sending.close();
        }
    }

    private void build() {
        page.setBack(
                Messages.text("invitations.page.back"),
                () -> context.window().navigator().show(Place.MEMBERS));
        steps.setAlignment(Pos.CENTER_RIGHT);
        page.setActions(steps);
        getChildren().add(page);
    }

    private void bind() {
        context.refusal(Action.OPEN_PANEL, false)
                .ifPresentOrElse(this::forbid, () -> model.stepProperty().subscribe(this::show));
    }

    private void forbid(String reason) {
        var states = new StateView("import-state", new StackPane());
        states.stateProperty()
                .set(State.forbidden(
                        Messages.text("invitations.forbidden.title"),
                        Messages.text("invitations.forbidden.text", reason)));
        page.setContent(states);
    }

    private void show(ImportViewModel.Step step) {
        close();
        sending = null;
        switch (step) {
            case ImportViewModel.Step.File ignored -> {
                page.subtitleProperty().unbind();
                page.subtitleProperty().set("");
                page.setContent(start);
                page.setSearch(null);
                offer(start::focus, List::of);
                showSteps(0);
            }
            case ImportViewModel.Step.Check check -> {
                var view = new CheckView(check.model(), context);
                page.setContent(view);
                page.setSearch(view.search());
                offer(view::focus, view::commands);
                page.subtitleProperty().bind(check.model().previewProperty().map(preview -> subtitle(check, preview)));
                showSteps(1);
            }
            case ImportViewModel.Step.Send send -> {
                sending = new SendView(send.model(), context, restOf(send));
                page.setContent(sending);
                page.setSearch(null);
                offer(sending::focus, sending::commands);
                page.subtitleProperty().unbind();
                page.subtitleProperty().set(send.model().draft().name());
                showSteps(2);
            }
        }
    }

    private void offer(Runnable focused, Supplier<List<Command>> offered) {
        focus = focused;
        commands = offered;
        focused.run();
    }

    private static String subtitle(ImportViewModel.Step.Check check, Preview preview) {
        return Messages.text(
                "invitations.page.rows",
                check.model().readingProperty().get().draft().name(),
                Formats.current().number(preview.tally().rows()));
    }

    private SendView.Rest restOf(ImportViewModel.Step.Send send) {
        return send.rest() == null
                ? null
                : new SendView.Rest(Counts.of(send.rest().settings()).attention(), () -> model.resume(send.rest()));
    }

    private void showSteps(int current) {
        List<String> names = List.of(
                Messages.text("invitations.step.file"),
                Messages.text("invitations.step.check"),
                Messages.text("invitations.step.send"));
        steps.getChildren().clear();
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                steps.getChildren().add(Icons.toned(Feather.CHEVRON_RIGHT, 14, Tone.MUTED));
            }
            steps.getChildren().add(step(names.get(i), i, current));
        }
    }

    private Node step(String name, int place, int current) {
        if (place == 0 && current > 0) {
            var back = steward.app.control.Buttons.link(name, model::toFiles);
            back.setId("import-to-files");
            back.setGraphic(Icons.toned(Feather.CHECK, 14, Tone.SUCCESS));
            return back;
        }
        var label = place == current ? Labels.styled(name, "strong", "small-text") : Labels.secondary(name);
        if (place < current) {
            label.setGraphic(Icons.toned(Feather.CHECK, 14, Tone.SUCCESS));
        }
        return label;
    }
}
