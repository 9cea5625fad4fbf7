package steward.app.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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
import steward.app.shell.LiveAge;
import steward.app.shell.OrganizationContext;
import steward.app.shell.PreferenceKeys;
import steward.app.shell.UsageShown;
import steward.store.AccountStore;
import steward.store.AccountStore.Registration;
import steward.store.OrganizationData;
import steward.store.Request;
import steward.store.Shown;
import steward.store.StoreListener.Part;

/** How one organization stands, and what needs somebody. */
final class OverviewViewModel implements AutoCloseable {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration STALE = Duration.ofMinutes(1);

    private final OrganizationContext context;
    private final Needs finder;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Need> needs = FXCollections.observableArrayList();
    private final ObservableList<Meeting> meetings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.loading());
    private final LiveQuery<Standing> query;
    private final List<Registration> subscriptions;
    private final javafx.util.Subscription ticks;
    private Instant fetchedAt = Instant.EPOCH;

    OverviewViewModel(OrganizationContext context) {
        this.context = context;
        finder = new Needs(context.window().navigator(), this::resend);
        query = new LiveQuery<>(context.background(), "overview", this::read)
                .onValue(this::show)
                .sparing();
        subscriptions = List.of(
                context.onChange(Part.ORGANIZATION, query::refresh),
                context.onChange(Part.LIVE, query::refresh),
                context.onChange(Part.OUTBOX, query::refresh),
                context.onConnection(query::refresh));
        ticks = context.ticker().second().subscribe((before, now) -> follow(now));
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

    /** Asks for the last day's usage; what is stored is shown at once. Nothing is read before. */
    void fetch() {
        fetchedAt = context.ticker().second().get();
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
        ticks.unsubscribe();
        query.close();
        subscriptions.forEach(Registration::close);
    }

    /** What depends on the time, and the chart, are looked at anew every minute; that the stream fell silent, at once. */
    private void follow(Instant now) {
        if (!now.isBefore(fetchedAt.plus(STALE))) fetch();
        else if (standing.get() != null
                && !standing.get().live().age().holds(context.session().connection(), now)) {
            query.refresh();
        }
    }

    private Standing read() {
        OrganizationData data = context.data();
        AccountStore store = context.session().store();
        Instant now = context.ticker().second().get();
        boolean seen = store.preferences()
                .get(PreferenceKeys.licensesSeen(context.orgId()))
                .isPresent();
        var live = new Standing.Live(
                data.meetings(),
                UsageShown.read(context, Resolution.MINUTE, DAY, now),
                data.lastSample().orElse(null),
                LiveAge.of(
                        data.liveAt().or(data::syncedAt).orElse(null),
                        context.session().connection(),
                        now));
        return Standing.read(data, store.outbox().counts(context.orgId()), seen, live, now);
    }

    private void show(Standing read) {
        standing.set(read);
        if (!read.known()) {
            state.set(context.unknown());
            return;
        }
        List<Need> found = finder.of(read, context.ticker().second().get());
        if (!needs.equals(found)) needs.setAll(found);
        List<Meeting> running = read.meetings().stream()
                .sorted(Comparator.comparing(Meeting::startedAt))
                .toList();
        if (!meetings.equals(running)) meetings.setAll(running);
        state.set(State.ready());
    }

    private void resend() {
        Instant now = context.ticker().second().get();
        context.background()
                .run("expiring", () -> context.data().invitations().stream()
                        .map(Shown::now)
                        .filter(invitation -> Standing.isExpiring(invitation, now))
                        .toList())
                .onSuccess(this::resend);
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
