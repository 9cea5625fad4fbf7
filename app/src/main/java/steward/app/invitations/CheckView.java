package steward.app.invitations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Buttons;
import steward.app.control.Chips;
import steward.app.control.Disabled;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Page;
import steward.app.control.SearchField;
import steward.app.control.State;
import steward.app.control.StateView;
import steward.app.control.Tone;
import steward.app.dialog.FilePick;
import steward.app.i18n.Messages;
import steward.app.intake.Preview;
import steward.app.intake.ReasonWords;
import steward.app.notice.Notice;
import steward.app.shell.Command;
import steward.app.shell.Keys;
import steward.app.shell.OrganizationContext;
import steward.people.CheckedRow;
import steward.people.Report;

/** The preview: what was guessed, outcomes, rows to be fixed in place, what will be sent, and the step on. */
final class CheckView extends BorderPane {
    private final CheckViewModel model;
    private final OrganizationContext context;
    private final Chips<OutcomeFilter> chips = new Chips<>("import-outcome");
    private final SearchField search = new SearchField(Messages.text("invitations.check.filter"));
    private final Button stage = Buttons.primary("", Feather.SEND, this::stage);
    private final Button export =
            Buttons.normal(Messages.text("invitations.report.export"), Feather.DOWNLOAD, this::export);
    private final Disabled guard = new Disabled(stage);
    private final CheckTable table;
    private final StateView states;
    private final AlikeBanner alike;

    CheckView(CheckViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        table = new CheckTable(model, context);
        states = new StateView("import-check-state", table.node());
        alike = new AlikeBanner(table);
        build();
        bind();
    }

    SearchField search() {
        return search;
    }

    /** Keys reach the rows at once. */
    void focus() {
        table.focus();
    }

    List<Command> commands() {
        return StepCommand.list(
                new StepCommand(stage, Feather.SEND, Keys.SUBMIT),
                new StepCommand(alike.button(), Feather.COPY, null),
                new StepCommand(export, Feather.DOWNLOAD, null));
    }

    private void build() {
        setId("import-check");
        for (OutcomeFilter filter : OutcomeFilter.values()) {
            if (filter.outcome() == null) {
                chips.add(filter, Messages.text("invitations.outcome.ALL"), null, Tone.NEUTRAL);
            } else {
                chips.add(
                        filter,
                        ReasonWords.of(filter.outcome()),
                        OutcomeLook.icon(filter.outcome()),
                        OutcomeLook.tone(filter.outcome()));
            }
        }
        search.setId("import-search");
        search.setPrefWidth(132);
        search.setMinWidth(132);
        search.setMaxWidth(132);
        chips.setPrefWrapLength(860);
        chips.setMinWidth(0);
        HBox.setHgrow(chips, Priority.ALWAYS);
        var filters = new HBox(12, chips, search);
        filters.setAlignment(Pos.TOP_LEFT);
        var top = new VBox(12, new GuessStrip(model, context), filters);
        top.getStyleClass().add("import-top");
        setTop(top);
        VBox.setVgrow(states, Priority.ALWAYS);
        setCenter(new VBox(alike, states));
        setRight(new SummaryPanel(model, () -> context.ticker().second().get()));
        setBottom(footer());
    }

    private HBox footer() {
        var nothing = Labels.muted(Messages.text("invitations.check.nothingLeft"));
        nothing.setGraphic(Icons.toned(Feather.SHIELD, 16, Tone.MUTED));
        nothing.setMinWidth(0);
        export.setId("import-export");
        stage.setId("import-stage");
        return Page.footer(nothing, export, guard);
    }

    private void bind() {
        chips.selectedProperty().bindBidirectional(model.filterProperty());
        search.textProperty().bindBidirectional(model.searchProperty());
        model.previewProperty().subscribe(preview -> showCounts());
        model.busyProperty().subscribe(busy -> showCounts());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        model.rows().subscribe(this::showState);
    }

    /** Ctrl+Z in a field is the field's own. */
    private void onKey(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (Keys.UNDO.match(event) && !typing && model.fixes().undo()) {
            event.consume();
        }
    }

    private void showState() {
        Preview preview = model.previewProperty().get();
        boolean all = model.filterProperty().get() == OutcomeFilter.ALL
                && model.searchProperty().get().isBlank();
        if (preview == null || model.rows().isEmpty() && all) {
            states.stateProperty().set(State.loading());
        } else if (model.rows().isEmpty()) {
            states.stateProperty().set(State.noResults(() -> {
                model.searchProperty().set("");
                model.filterProperty().set(OutcomeFilter.ALL);
            }));
        } else {
            states.stateProperty().set(State.ready());
        }
    }

    private void showCounts() {
        Preview preview = model.previewProperty().get();
        if (preview == null) {
            stage.setText(Messages.text("invitations.check.stage", 0));
            guard.reasonProperty().set(Messages.text("invitations.check.reading"));
            return;
        }
        for (OutcomeFilter filter : OutcomeFilter.values()) {
            chips.setCount(
                    filter,
                    filter.outcome() == null
                            ? preview.tally().rows()
                            : preview.tally().of(filter.outcome()));
        }
        alike.show(model.fixes());
        long ready = preview.tally().ready();
        stage.setText(Messages.text("invitations.check.stage", ready));
        String none = ready == 0 ? Messages.text("invitations.check.noneReady") : "";
        String busy = model.busyProperty().get() ? Messages.text("invitations.check.reading") : none;
        guard.reasonProperty().set(model.refusal().orElse(busy));
        showState();
    }

    private void stage() {
        table.keepTyped();
        model.stage();
    }

    private void export() {
        String name = model.readingProperty().get().draft().name().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        var pick = new FilePick(
                Messages.text("invitations.report.export"),
                name + "-report.csv",
                Messages.text("invitations.report.kind"),
                List.of("*.csv"));
        context.window().dialogs().saveFile(pick, this::write);
    }

    private void write(Path file) {
        context.background()
                .start("report", () -> write(file, model.report()))
                .onSuccess(done -> context.window()
                        .notices()
                        .tell(Notice.done(
                                Messages.text("invitations.report.saved"),
                                file.getFileName().toString())))
                .onFailure(problem -> context.window().notices().tell(Lists.notWritten(problem, file)));
    }

    private static void write(Path file, List<CheckedRow> rows) throws IOException {
        try (Report report = Report.create(file)) {
            rows.forEach(row -> report.write(Report.Line.of(row, ReasonWords.of(row))));
        }
    }
}
