package steward.app.invitations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import steward.api.Action;
import steward.api.Invitation;
import steward.app.fx.LiveQuery;
import steward.app.i18n.Messages;
import steward.app.intake.SendReport;
import steward.app.intake.SendRow;
import steward.app.intake.SendState;
import steward.app.shell.OrganizationContext;
import steward.people.Report;
import steward.store.AccountStore;
import steward.store.Drafts.Draft;
import steward.store.Request;
import steward.store.Shown;
import steward.store.StoreListener.Part;
import steward.sync.SendingState;

/** How far one staging is on its way; pausing it, canceling its rest, taking back what was sent. */
final class SendViewModel implements AutoCloseable {

    private record Known(Progress progress, List<SendRow> rows) {}

    private final OrganizationContext context;
    private final Draft draft;
    private final Runnable takenBack;
    private final LiveQuery<Known> query;
    private final List<AccountStore.Registration> listening;
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", Progress.UNKNOWN);
    private final ReadOnlyObjectWrapper<SendingState> sending = new ReadOnlyObjectWrapper<>(this, "sending");
    private final ObservableList<SendRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<SendState> filter = new SimpleObjectProperty<>(this, "filter");
    private List<SendRow> all = List.of();

    /** @param takenBack called when all was undone before any of it left */
    SendViewModel(OrganizationContext context, Draft draft, Runnable takenBack) {
        this.context = context;
        this.draft = draft;
        this.takenBack = takenBack;
        var sent = new SentRows(context.session().store().outbox(), draft.batchId());
        query = new LiveQuery<>(context.background(), "sending", () -> read(sent.look()))
                .onValue(this::arrived)
                .sparing();
        sending.set(context.session().sending(context.orgId()));
        filter.subscribe((before, after) -> show());
        listening = List.of(
                context.onChange(Part.OUTBOX, query::refresh),
                context.onConnection(() -> sending.set(context.session().sending(context.orgId()))));
        query.refresh();
    }

    private Known read(List<SendRow> rows) {
        return new Known(Progress.of(rows, context.ticker().second().get()), rows);
    }

    private void arrived(Known known) {
        all = known.rows();
        progress.set(known.progress());
        show();
        if (known.progress().isTakenBack()) {
            takenBack.run();
        }
    }

    private void show() {
        rows.setAll(all.stream()
                .filter(row -> filter.get() == null || row.state() == filter.get())
                .toList());
    }

    /** Survives a restart. */
    void pause(boolean paused) {
        context.background().start("pause", () -> context.session().pause(context.orgId(), paused));
    }

    /** Whether answers can be expected at the pace of late: nothing holds the sending up. */
    boolean isMoving() {
        return sending.get() == null || sending.get().state() == SendingState.Wait.SENDING;
    }

    boolean isPaused() {
        return sending.get() != null && sending.get().state() == SendingState.Wait.PAUSED_BY_PERSON;
    }

    /** Whether the wait is one that trying may end: of the computer's own making, and not asked for by the server. */
    boolean canTryNow() {
        return sending.get() != null
                && switch (sending.get().state()) {
                    case BACK_OFF, DISK -> true;
                    // Chosen, it has no end; else the next attempt has its time.
                    case OFFLINE -> sending.get().until() != null;
                    default -> false;
                };
    }

    void tryNow() {
        context.background().start("try now", context.session()::sendNow);
    }

    /** What has not left this computer never leaves it. */
    void cancelRest() {
        List<UUID> ids =
                all.stream().filter(Progress::isUnsent).map(SendRow::id).toList();
        context.background()
                .run("cancel the rest", () -> context.session().store().outbox().cancel(ids));
    }

    /** Why what was sent cannot be taken back, or empty. */
    Optional<String> refusalToRevoke() {
        boolean admins = all.stream().anyMatch(row -> row.role() == steward.api.Role.ADMIN);
        return context.refusal(admins ? Action.INVITE_ADMIN : Action.INVITE_MEMBER, false);
    }

    /**
     * What can still be taken back: the invitations this staging made and nobody accepted or canceled yet.
     *
     * @param known told once it was looked up
     */
    void revocable(Consumer<List<Request.CancelInvitation>> known) {
        List<UUID> sent = all.stream()
                .filter(row -> row.state() == SendState.INVITED)
                .map(row -> row.operation().objectId())
                .toList();
        context.background().run("revocable", () -> pendingOf(sent)).onSuccess(known);
    }

    /** Cancels them one by one, in the outbox. */
    void revoke(List<Request.CancelInvitation> requests) {
        context.staging().stage(requests, Messages.text("invitations.revoked", requests.size()));
    }

    private List<Request.CancelInvitation> pendingOf(List<UUID> ids) {
        var wanted = java.util.Set.copyOf(ids);
        return context.data().invitations().stream()
                .filter(each -> wanted.contains(each.now().id()) && !each.isLeaving())
                .map(Shown<Invitation>::now)
                .filter(each -> each.state() == steward.api.InvitationState.PENDING)
                .map(Request.CancelInvitation::new)
                .toList();
    }

    /** Every row of the file with what became of it; blocking. */
    List<Report.Line> report() {
        List<Report.Line> lines = new ArrayList<>();
        SendReport.of(context.session().store(), draft, lines::add);
        return lines;
    }

    Draft draft() {
        return draft;
    }

    ObservableList<SendRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SendingState> sendingProperty() {
        return sending.getReadOnlyProperty();
    }

    /** Null shows all. */
    ObjectProperty<SendState> filterProperty() {
        return filter;
    }

    @Override
    public void close() {
        query.close();
        listening.forEach(AccountStore.Registration::close);
    }
}
