package steward.app.meetings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
import steward.app.shell.LiveAge;
import steward.app.shell.OrganizationContext;
import steward.store.AccountStore.Registration;
import steward.store.OrganizationData;
import steward.store.StoreListener.Part;

/** The running meetings of one organization, as last known and with that knowledge's age. */
final class MeetingsViewModel implements AutoCloseable {

    private static final int LONGEST_NOTICE = 60;

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
            this::empty);
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper endRefusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<MeetingRow> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LiveAge> age = new ReadOnlyObjectWrapper<>(new LiveAge(null, true, null));
    private final LiveQuery<Snapshot> query;
    private final List<Registration> subscriptions;
    private Snapshot last = new Snapshot(List.of(), false, 0, null);
    private boolean held;
    private long minute;

    MeetingsViewModel(OrganizationContext context) {
        this.context = context;
        query = new LiveQuery<>(context.background(), "meetings", this::read).onValue(this::arrived);
        subscriptions = List.of(
                context.onChange(Part.ORGANIZATION, query::refresh),
                context.onChange(Part.LIVE, query::refresh),
                context.onConnection(this::showConnection));
        showConnection();
        context.ticker().second().subscribe(this::tick);
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
        if (!held) show(last.rows());
    }

    /** Now, or the last moment of which anything is known: figures that are not live do not tick. */
    Instant now() {
        return age.get().until(context.ticker().second().get());
    }

    /** What is wrong with a number of minutes of notice, in words. */
    Optional<String> noticeFault(String minutes) {
        boolean fits = minutes.strip().matches("[0-9]{1,2}")
                && Integer.parseInt(minutes.strip()) >= 1
                && Integer.parseInt(minutes.strip()) <= LONGEST_NOTICE;
        return fits ? Optional.empty() : Optional.of(Messages.text("meetings.end.minutesFault", LONGEST_NOTICE));
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
        subscriptions.forEach(Registration::close);
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
                .sorted(Comparator.comparing(row -> row.meeting().startedAt()))
                .toList();
        return new Snapshot(rows, data.known(), owned, data.liveAt().orElse(null));
    }

    private void arrived(Snapshot snapshot) {
        last = snapshot;
        showAge();
        show(held ? inTheirPlaces(snapshot.rows()) : snapshot.rows());
    }

    /** Under the pointer no row moves: new ones come last, ended ones stay and say so. */
    private List<MeetingRow> inTheirPlaces(List<MeetingRow> fresh) {
        Map<UUID, MeetingRow> coming = new LinkedHashMap<>();
        fresh.forEach(row -> coming.put(row.id(), row));
        List<MeetingRow> rows = new ArrayList<>();
        for (MeetingRow shown : meetings.all()) {
            MeetingRow running = coming.remove(shown.id());
            rows.add(running == null ? shown.asEnded() : running);
        }
        rows.addAll(coming.values());
        return rows;
    }

    private void show(List<MeetingRow> rows) {
        if (last.known()) meetings.show(rows);
        else meetings.unknown(context.unknown());
        int people = last.rows().stream().mapToInt(row -> row.inside().size()).sum();
        subtitle.set(
                last.known() && age.get().at() != null
                        ? Messages.text(
                                last.owned() == 0 ? "meetings.page.subtitleUnknown" : "meetings.page.subtitle",
                                last.rows().size(),
                                last.owned(),
                                people)
                        : "");
        followSelected();
    }

    private void followSelected() {
        if (selected.get() == null) return;
        select(meetings.all().stream()
                .filter(selected.get()::equals)
                .findFirst()
                .orElse(null));
    }

    private void tick(Instant now) {
        showAge();
        boolean another = now.getEpochSecond() / 60 != minute;
        minute = now.getEpochSecond() / 60;
        if (another && !held) show(last.rows());
    }

    private void showAge() {
        boolean before = age.get().lost();
        age.set(LiveAge.of(
                last.liveAt(),
                context.session().connection(),
                context.ticker().second().get()));
        if (before != age.get().lost() && !held) show(last.rows());
    }

    private void showConnection() {
        endRefusal.set(context.refusal(Action.END_MEETING, true).orElse(""));
        showAge();
    }

    /** That nothing runs is said only when it is known. */
    private State empty() {
        LiveAge known = age.get();
        if (known.lost()) {
            return State.offline(
                    Messages.text("meetings.unknown.title"), Messages.text("meetings.unknown.text"), this::refresh);
        }

        return State.empty(Feather.VIDEO, Messages.text("meetings.empty.title"), Messages.text("meetings.empty.text"));
    }
}
