package steward.app.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Action;
import steward.api.Meeting;
import steward.app.control.RowList;
import steward.app.control.State;
import steward.app.control.Tone;
import steward.app.fx.Job;
import steward.app.fx.LiveQuery;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.app.shell.OrganizationContext;
import steward.store.AccountStore.Registration;
import steward.store.OrganizationData;
import steward.store.StoreListener.Part;

/** The running meetings of one organization, as last known and with that knowledge's age. */
final class MeetingsViewModel implements AutoCloseable {

    /** What one read brings. */
    private record Snapshot(List<MeetingRow> rows, boolean known, int owned, Instant liveAt) {}

    private final OrganizationContext context;
    private final RowList<MeetingRow, MeetingFilter> meetings = new RowList<>(
            MeetingFilter.class,
            (filter, row) -> filter.holds(row, now()),
            row -> row.meeting().title()
                    + ' '
                    + row.room("")
                    + ' '
                    + row.meeting().hostName(),
            MeetingsViewModel::empty);
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper endRefusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<MeetingRow> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LiveAge> age = new ReadOnlyObjectWrapper<>(new LiveAge(null, false, null));
    private final LiveQuery<Snapshot> query;
    private final List<Registration> subscriptions;
    private final Subscription clock;
    private Snapshot last = new Snapshot(List.of(), false, 0, null);
    private boolean held;

    MeetingsViewModel(OrganizationContext context) {
        this.context = context;
        query = new LiveQuery<>(context.background(), "meetings", this::read).onValue(this::arrived);
        subscriptions = List.of(
                context.onChange(Part.ORGANIZATION, query::refresh),
                context.onChange(Part.LIVE, query::refresh),
                context.onConnection(this::showConnection));
        clock = context.ticker().second().subscribe(this::showAge);
        showConnection();
        query.refresh();
    }

    RowList<MeetingRow, MeetingFilter> meetings() {
        return meetings;
    }

    ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    /** Why a meeting cannot be ended now, or empty. */
    ReadOnlyStringProperty endRefusalProperty() {
        return endRefusal.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<MeetingRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LiveAge> ageProperty() {
        return age.getReadOnlyProperty();
    }

    int licensesOwned() {
        return last.owned();
    }

    void select(MeetingRow row) {
        selected.set(row);
    }

    /** While held (the pointer is over the list) no row moves; what arrived is shown afterwards. */
    void hold(boolean hold) {
        held = hold;
        if (!held) show(last);
    }

    void refresh() {
        context.session().refresh(context.orgId());
    }

    /**
     * Ends a meeting; online only.
     *
     * @param inMinutes 0 for at once
     * @param message to the participants, or null
     */
    Job<Meeting> end(MeetingRow row, int inMinutes, String message) {
        return context.background()
                .run(
                        "end meeting",
                        () -> context.session().online().endMeeting(context.orgId(), row.id(), inMinutes, message))
                .onSuccess(ended -> tell(new Notice(
                        Tone.SUCCESS,
                        Messages.text(
                                "meetings.ended.title", inMinutes, row.meeting().title()),
                        Messages.text("meetings.ended.text"),
                        null)))
                .onFailure(problem ->
                        tell(Notice.problem(Messages.text("meetings.end.failed"), context.words(problem), null)));
    }

    Optional<String> messageFault(String message) {
        return message.codePointCount(0, message.length()) > 280
                ? Optional.of(Messages.text("meetings.end.messageFault"))
                : Optional.empty();
    }

    @Override
    public void close() {
        query.close();
        clock.unsubscribe();
        subscriptions.forEach(Registration::close);
    }

    private Instant now() {
        return context.ticker().second().get();
    }

    private void tell(Notice notice) {
        context.window().notices().tell(notice);
    }

    private Snapshot read() {
        OrganizationData data = context.data();
        int planMinutes = data.subscription()
                .map(steward.api.Subscription::meetingMinutes)
                .orElse(Integer.MAX_VALUE);
        int owned =
                data.subscription().map(steward.api.Subscription::licensesOwned).orElse(0);
        List<MeetingRow> rows = data.meetings().stream()
                .map(meeting -> new MeetingRow(meeting, planMinutes))
                .toList();
        return new Snapshot(rows, data.known(), owned, data.liveAt().orElse(null));
    }

    private void arrived(Snapshot snapshot) {
        last = snapshot;
        boolean sameRows = snapshot.rows().size() == meetings.all().size();
        if (!held || !sameRows) show(snapshot);
        else followSelected();
    }

    private void show(Snapshot snapshot) {
        if (snapshot.known()) meetings.show(snapshot.rows());
        else meetings.unknown(context.unknown());
        int people =
                snapshot.rows().stream().mapToInt(row -> row.inside().size()).sum();
        subtitle.set(
                snapshot.known()
                        ? Messages.text(
                                "meetings.page.subtitle", snapshot.rows().size(), snapshot.owned(), people)
                        : "");
        followSelected();
        showAge();
    }

    private void followSelected() {
        if (selected.get() == null) return;
        select(last.rows().stream().filter(selected.get()::equals).findFirst().orElse(null));
    }

    private void showAge() {
        age.set(LiveAge.of(last.liveAt(), context.session().connection(), now()));
    }

    private void showConnection() {
        endRefusal.set(context.refusal(Action.END_MEETING, true).orElse(""));
        showAge();
    }

    private static State empty() {
        return State.empty(Feather.VIDEO, Messages.text("meetings.empty.title"), Messages.text("meetings.empty.text"));
    }
}
