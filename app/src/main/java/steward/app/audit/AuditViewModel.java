package steward.app.audit;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
    private record Snapshot(List<AuditRow> rows) {}

    private final OrganizationContext context;
    private final RowList<AuditRow, AuditFilter> records = new RowList<>(
            AuditFilter.class,
            AuditFilter::holds,
            row -> row.who()
                    + ' '
                    + row.entry().actorEmail()
                    + ' '
                    + row.action()
                    + ' '
                    + row.entry().objectName(),
            State::loading);
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<AuditRow> selected = new ReadOnlyObjectWrapper<>();
    private final LiveQuery<Snapshot> query;
    private final List<Registration> subscriptions;

    AuditViewModel(OrganizationContext context) {
        this.context = context;
        query = new LiveQuery<>(context.background(), "audit", this::read).onValue(this::show);
        subscriptions =
                List.of(context.onChange(Part.ORGANIZATION, query::refresh), context.onConnection(query::refresh));
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
        subscriptions.forEach(Registration::close);
    }

    private Snapshot read() {
        OrganizationData data = context.data();
        List<AuditRow> rows = data.audit().stream().map(AuditRow::new).toList();
        return new Snapshot(rows);
    }

    private void show(Snapshot snapshot) {
        // An organization's making is its first record: none at all means none was fetched yet.
        if (snapshot.rows().isEmpty()) records.unknown(context.unknown());
        else records.show(snapshot.rows());
        subtitle.set(
                !snapshot.rows().isEmpty()
                        ? Messages.text("audit.page.subtitle", snapshot.rows().size())
                        : "");
    }
}
