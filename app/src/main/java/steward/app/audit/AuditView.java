package steward.app.audit;

import java.time.Instant;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Buttons;
import steward.app.control.DataTable;
import steward.app.control.Facts;
import steward.app.control.FilterTabs;
import steward.app.control.Labels;
import steward.app.control.Page;
import steward.app.control.SearchField;
import steward.app.control.SidePanel;
import steward.app.control.StateView;
import steward.app.control.TableColumns;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.ConnectionBanner;
import steward.app.shell.FieldChange;
import steward.app.shell.OrganizationContext;
import steward.app.shell.TableExport;

/** Audit log: the table and the panel with before and after. */
final class AuditView extends StackPane {

    private final AuditViewModel model;
    private final OrganizationContext context;
    private final Page page = new Page("audit", text("audit.page.title"));
    private final FilterTabs<AuditFilter> tabs = new FilterTabs<>("audit-filters");
    private final SearchField search = new SearchField(text("audit.search.prompt"));
    private final DataTable<AuditRow> table;
    private final SidePanel panel = new SidePanel("audit-panel");
    private final StateView state;
    private final ConnectionBanner banner;

    AuditView(AuditViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        table = new DataTable<>("audit-table", AuditRow::id, context.window().memory());
        state = new StateView("audit-state", table);
        build();
        bind();
        banner = new ConnectionBanner(context, page);
    }

    void focusFirst() {
        table.requestFocus();
    }

    void close() {
        banner.close();
    }

    private void build() {
        for (AuditFilter each : AuditFilter.values()) tabs.add(each, label(each));
        search.setId("audit-search");
        page.setFilters(tabs, search.hint("/"));
        var export = Buttons.normal(
                text("audit.export.action"), Feather.DOWNLOAD, () -> TableExport.save(context, table, "audit-log"));
        export.setId("audit-export");
        export.disableProperty().bind(Bindings.isEmpty(model.records().shown()));
        page.setActions(export);
        table.columns(
                false,
                TableColumns.<AuditRow>name("audit-column-action", text("audit.column.action"), AuditRow::action)
                        .width(220),
                TableColumns.<AuditRow>text("audit-column-who", text("audit.column.who"), AuditRow::who)
                        .width(136),
                TableColumns.<AuditRow>text("audit-column-object", text("audit.column.object"), row -> row.entry()
                                .objectName())
                        .width(220)
                        .grow(),
                TableColumns.<AuditRow>muted("audit-column-from", text("audit.column.from"), row -> row.entry()
                                .address())
                        .width(96),
                TableColumns.<AuditRow>time(
                                "audit-column-at",
                                text("audit.column.at"),
                                row -> row.entry().at(),
                                row -> moment(row.entry().at()))
                        .fits(moment(Formats.current().longestTime())));
        table.rows(model.records().shown()).onOpen(row -> panel.focusFirst());
        page.setContent(state);
        page.setSidePanel(panel);
        getChildren().setAll(page);
    }

    private void bind() {
        page.subtitleProperty().bind(model.subtitleProperty());
        tabs.selectedProperty().bindBidirectional(model.records().filterProperty());
        search.textProperty().bindBidirectional(model.records().searchProperty());
        state.stateProperty().bind(model.records().stateProperty());
        model.records().countsProperty().subscribe(tabs::setCounts);
        table.currentProperty().subscribe(model::select);
        model.selectedProperty().subscribe(this::showPanel);
        panel.openProperty().subscribe(open -> {
            if (!open) table.clearCurrent();
        });
    }

    private void showPanel(AuditRow row) {
        panel.openProperty().set(row != null);
        if (row == null) return;
        panel.setTitle(row.action(), row.entry().objectName());
        var when = Labels.body(moment(row.entry().at()));
        when.setTooltip(new Tooltip(Formats.current().full(row.entry().at())));
        var facts = new Facts()
                .add(text("audit.fact.who"), row.who())
                .add(text("audit.fact.email"), row.entry().actorEmail())
                .add(text("audit.fact.at"), when)
                .add(text("audit.fact.from"), row.entry().address());
        List<FieldChange> changes =
                FieldChange.between(row.entry().before(), row.entry().after());
        if (changes.isEmpty()) panel.setSections(facts);
        else panel.setSections(facts, changes(changes));
    }

    private static Node changes(List<FieldChange> changes) {
        var box = new VBox(12);
        for (FieldChange change : changes) {
            var was = Labels.secondary(Messages.text("audit.change.was", shown(change.before())));
            var is = Labels.body(Messages.text("audit.change.is", shown(change.after())));
            was.setWrapText(true);
            is.setWrapText(true);
            box.getChildren().add(new VBox(2, Labels.medium(change.name()), was, is));
        }
        return SidePanel.section(text("audit.change.title"), null, box);
    }

    private static String shown(String value) {
        return value.isEmpty() ? text("audit.change.none") : value;
    }

    private static String moment(Instant at) {
        return Formats.current().date(at) + ", " + Formats.current().clock(at);
    }

    private static String label(AuditFilter filter) {
        return switch (filter) {
            case ALL -> text("audit.filter.all");
            case PEOPLE -> text("audit.filter.people");
            case ROOMS -> text("audit.filter.rooms");
            case MEETINGS -> text("audit.filter.meetings");
            case BILLING -> text("audit.filter.billing");
            case ORGANIZATION -> text("audit.filter.organization");
        };
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
