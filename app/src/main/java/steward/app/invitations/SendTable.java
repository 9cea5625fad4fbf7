package steward.app.invitations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Buttons;
import steward.app.control.Chips;
import steward.app.control.DataColumn;
import steward.app.control.DataTable;
import steward.app.control.IconWord;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.State;
import steward.app.control.StateView;
import steward.app.control.TableColumns;
import steward.app.control.Tone;
import steward.app.dialog.FilePick;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.intake.SendRow;
import steward.app.intake.SendState;
import steward.app.notice.Notice;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Place;
import steward.app.shell.RoleWords;
import steward.people.Report;

/** The rows of a staging with their outcomes, filtered by chips; follows the sending while that is wanted. */
final class SendTable {
    private static final String ALL = "ALL";

    private final SendViewModel model;
    private final OrganizationContext context;
    private final DataTable<SendRow> table;
    private final StateView states;
    private final Chips<String> chips = new Chips<>("import-sent");
    private final Button export = Buttons.normal(text("invitations.report.export"), Feather.DOWNLOAD, this::export);
    private final CheckBox follow = new CheckBox(Messages.text("invitations.send.follow"));

    SendTable(SendViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        table = new DataTable<>(
                "import-sent-rows", SendRow::id, context.window().memory());
        states = new StateView("import-sent-state", table);
        build();
        bind();
    }

    Node node() {
        return states;
    }

    void focus() {
        table.requestFocus();
    }

    Button exporting() {
        return export;
    }

    Node filters() {
        export.setId("import-sent-export");
        follow.setId("import-follow");
        follow.setSelected(true);
        follow.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        chips.setPrefWrapLength(720);
        chips.setMinWidth(0);
        HBox.setHgrow(chips, Priority.ALWAYS);
        var line = new HBox(12, chips, follow, export);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void build() {
        chips.add(ALL, Messages.text("invitations.outcome.ALL"), null, Tone.NEUTRAL);
        for (SendState state : SendState.values()) {
            chips.add(state.name(), state.word(), null, Tone.NEUTRAL);
        }
        table.columns(
                false,
                TableColumns.<SendRow>number("import-sent-row", text("invitations.column.row"), SendRow::row)
                        .width(72),
                TableColumns.<SendRow>text("import-sent-email", text("invitations.column.email"), SendRow::email)
                        .<String>sortBy(SendRow::searched)
                        .width(250),
                TableColumns.<SendRow>text("import-sent-name", text("invitations.column.name"), SendRow::name)
                        .<String>sortBy(SendRow::searched)
                        .width(150)
                        .minWidth(120),
                TableColumns.<SendRow>text(
                                "import-sent-role", text("invitations.column.role"), row -> RoleWords.of(row.role()))
                        .width(80),
                outcome(),
                TableColumns.<SendRow>time(
                                "import-sent-at",
                                text("invitations.column.answered"),
                                SendRow::answeredAt,
                                row -> row.answeredAt() == null
                                        ? ""
                                        : Formats.current().clockSeconds(row.answeredAt()))
                        .fits(Formats.current().clockSeconds(Formats.current().longestTime())));
        table.rows(model.rows());
        table.onOpen(this::resolve);
    }

    private DataColumn<SendRow> outcome() {
        return TableColumns.<SendRow>node(
                        "import-sent-outcome",
                        text("invitations.column.outcome"),
                        row -> OutcomeLook.of(row).word(),
                        this::outcome)
                .<SendState>sortBy(SendRow::state)
                .width(330)
                .minWidth(200)
                .grow();
    }

    private Node outcome(SendRow row) {
        IconWord shown = OutcomeLook.of(row);
        Label words = shown.tone() == Tone.MUTED || shown.tone() == Tone.NEUTRAL
                ? Labels.muted(shown.word())
                : Labels.body(shown.word());
        words.setGraphic(Icons.toned(shown.icon(), 14, shown.tone()));
        words.setGraphicTextGap(8);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setTooltip(new javafx.scene.control.Tooltip(shown.word()));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(6, words);
        line.setAlignment(Pos.CENTER_LEFT);
        if (row.state() == SendState.ATTENTION) {
            var resolve = Buttons.inRow(Buttons.normal(text("invitations.send.resolve"), null, () -> resolve(row)));
            resolve.setId("import-resolve-" + row.row());
            line.getChildren().add(resolve);
        }
        return line;
    }

    private void resolve(SendRow row) {
        if (row.state() == SendState.ATTENTION) {
            context.window().navigator().show(Place.OUTBOX, row.id());
        }
    }

    private void bind() {
        chips.selectedProperty()
                .subscribe(key -> model.filterProperty().set(ALL.equals(key) ? null : SendState.valueOf(key)));
        model.progressProperty().subscribe(progress -> {
            states.stateProperty().set(progress.isKnown() ? State.ready() : State.loading());
            chips.setCount(ALL, progress.total());
            for (SendState state : SendState.values()) {
                chips.setCount(state.name(), progress.of(state));
            }
        });
        model.rows().subscribe(this::followSending);
    }

    /** Keeps the first row without an answer in sight. */
    private void followSending() {
        if (!follow.isSelected() || !table.getSortOrder().isEmpty()) {
            return;
        }
        List<SendRow> shown = model.rows();
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).state() == SendState.IN_FLIGHT || shown.get(i).state() == SendState.WAITING) {
                table.scrollTo(Math.max(0, i - 3));
                return;
            }
        }
    }

    private void export() {
        String name = model.draft().name().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        var pick = new FilePick(
                text("invitations.report.export"),
                name + "-report.csv",
                text("invitations.report.kind"),
                List.of("*.csv"));
        context.window().dialogs().saveFile(pick, this::write);
    }

    private void write(Path file) {
        context.background()
                .start("report", () -> write(file, model.report()))
                .onSuccess(done -> context.window()
                        .notices()
                        .tell(Notice.done(
                                text("invitations.report.saved"),
                                file.getFileName().toString())))
                .onFailure(problem -> context.window().notices().tell(Lists.notWritten(problem, file)));
    }

    private static void write(Path file, List<Report.Line> lines) throws IOException {
        try (Report report = Report.create(file)) {
            lines.forEach(report::write);
        }
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
