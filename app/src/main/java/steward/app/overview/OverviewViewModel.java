package steward.app.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import steward.api.Action;
import steward.api.Invitation;
import steward.api.Meeting;
import steward.api.Resolution;
import steward.app.control.State;
import steward.app.fx.LiveQuery;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.app.shell.OrganizationContext;
import steward.app.shell.PreferenceKeys;
import steward.store.AccountStore;
import steward.store.AccountStore.Registration;
import steward.store.OrganizationData;
import steward.store.Request;
import steward.store.StoreListener.Part;

/** How one organization stands, and what needs somebody. */
final class OverviewViewModel implements AutoCloseable {

    private static final Duration DAY = Duration.ofHours(24);

    private final OrganizationContext context;
    private final Needs finder;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Need> needs = FXCollections.observableArrayList();
    private final ObservableList<Meeting> meetings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.loading());
    private final LiveQuery<Standing> query;
    private final List<Registration> subscriptions;

    OverviewViewModel(OrganizationContext context) {
        this.context = context;
        finder = new Needs(context.window().navigator(), this::resend);
        query = new LiveQuery<>(context.background(), "overview", this::read).onValue(this::show);
        subscriptions = List.of(
                context.onChange(Part.ORGANIZATION, query::refresh),
                context.onChange(Part.LIVE, query::refresh),
                context.onChange(Part.OUTBOX, query::refresh));
        query.refresh();
    }

    /** Null until the first read. */
    ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    ObservableList<Need> needs() {
        return needs;
    }

    /** Running meetings, the longest running first. */
    ObservableList<Meeting> meetings() {
        return meetings;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Asks for the last day's usage; what is stored is shown at once. */
    void fetch() {
        query.refresh();
        context.session().refreshUsage(context.orgId(), Resolution.MINUTE, DAY);
    }

    List<Step> stepsLeft() {
        return List.of(Step.values()).stream()
                .filter(step -> !step.isDone(standing.get()))
                .toList();
    }

    @Override
    public void close() {
        query.close();
        subscriptions.forEach(Registration::close);
    }

    private Standing read() {
        OrganizationData data = context.data();
        AccountStore store = context.session().store();
        Instant now = context.ticker().second().get();
        boolean seen = store.preferences()
                .get(PreferenceKeys.licensesSeen(context.orgId()))
                .isPresent();
        return Standing.read(
                data,
                store.outbox().counts(context.orgId()),
                seen,
                data.usage(Resolution.MINUTE, now.minus(DAY), now.plusSeconds(1)));
    }

    private void show(Standing read) {
        standing.set(read);
        if (!read.known()) {
            state.set(context.unknown());
            return;
        }
        needs.setAll(finder.of(read, context.ticker().second().get()));
        meetings.setAll(read.meetings().stream()
                .sorted(java.util.Comparator.comparing(Meeting::startedAt))
                .toList());
        state.set(State.ready());
    }

    private void resend(List<Invitation> soon) {
        List<Request.ResendInvitation> requests = soon.stream()
                .filter(invitation -> context.refusal(Action.inviting(invitation.role()), false)
                        .isEmpty())
                .map(Request.ResendInvitation::new)
                .toList();
        if (requests.isEmpty()) {
            String why = context.refusal(Action.INVITE_MEMBER, false)
                    .orElseGet(() -> Messages.text("overview.resend.refusedText"));
            context.window().notices().tell(Notice.info(Messages.text("overview.resend.refused"), why));
            return;
        }
        context.staging().stage(requests, Messages.text("overview.resent.text", requests.size()));
    }
}
