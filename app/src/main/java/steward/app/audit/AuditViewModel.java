package steward.app.audit;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.RowList;
import steward.app.control.State;
import steward.app.fx.LiveQuery;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;
import steward.store.AccountStore.Registration;
import steward.store.OrganizationData;
import steward.store.StoreListener.Part;

/** The audit log of one organization, as far as it was fetched. */
final class AuditViewModel implements AutoCloseable {

    /** What one read brings. */
    private record Snapshot(List<AuditRow> rows, boolean known) {}

    private final OrganizationContext context;
    private final RowList<AuditRow, AuditFilter> records = new RowList<>(
            AuditFilter.class,
            AuditFilter::holds,
            row -> row.who() + ' ' + row.action() + ' ' + row.entry().objectName(),
            AuditViewModel::empty);
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<AuditRow> selected = new ReadOnlyObjectWrapper<>();
    private final LiveQuery<Snapshot> query;
    private final Registration subscription;

    AuditViewModel(OrganizationContext context) {
        this.context = context;
        query = new LiveQuery<>(context.background(), "audit", this::read).onValue(this::show);
        subscription = context.onChange(Part.ORGANIZATION, query::refresh);
        query.refresh();
    }

    RowList<AuditRow, AuditFilter> records() {
        return records;
    }

    ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<AuditRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    void select(AuditRow row) {
        selected.set(row);
    }

    /** Fetches the newest records, when the server can be reached. */
    void refresh() {
        context.session().refreshAudit(context.orgId());
    }

    @Override
    public void close() {
        query.close();
        subscription.close();
    }

    private Snapshot read() {
        OrganizationData data = context.data();
        List<AuditRow> rows = data.audit().stream().map(AuditRow::new).toList();
        return new Snapshot(rows, data.known());
    }

    private void show(Snapshot snapshot) {
        if (snapshot.known()) records.show(snapshot.rows());
        else records.unknown(context.unknown());
        subtitle.set(
                snapshot.known() && !snapshot.rows().isEmpty()
                        ? Messages.text("audit.page.subtitle", snapshot.rows().size())
                        : "");
    }

    private static State empty() {
        return State.empty(Feather.LIST, Messages.text("audit.empty.title"), Messages.text("audit.empty.text"));
    }
}
