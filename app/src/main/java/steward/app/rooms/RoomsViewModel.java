package steward.app.rooms;

import java.text.Collator;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Action;
import steward.api.Ids;
import steward.api.Meeting;
import steward.api.NewRoom;
import steward.api.Room;
import steward.api.RoomRecording;
import steward.api.RoomSettings;
import steward.api.Subscription;
import steward.api.WhoMayStart;
import steward.app.control.RowList;
import steward.app.control.State;
import steward.app.fx.LiveQuery;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.LiveAge;
import steward.app.shell.OrganizationContext;
import steward.store.AccountStore.Registration;
import steward.store.OrganizationData;
import steward.store.Request;
import steward.store.Shown;
import steward.store.StoreListener.Part;

/** The rooms of one organization: list, filters, the room being edited, and what can be done. */
final class RoomsViewModel implements AutoCloseable {

    /** What one read brings. */
    private record Snapshot(List<RoomRow> rows, boolean known, int participantLimit, Instant liveAt) {}

    /** What the contract allows when the plan is not known. */
    private static final int HIGHEST_LIMIT = 10_000;

    /** Of a new room while the plan is not known; every plan allows it. */
    private static final int CAREFUL_LIMIT = 10;

    private final OrganizationContext context;
    private final RowList<RoomRow, RoomFilter> rooms = new RowList<>(
            RoomFilter.class,
            (filter, row) -> filter.holds(row, now()),
            row -> row.room().name() + ' ' + row.room().slug(),
            RoomsViewModel::empty);
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<RoomRow> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LiveAge> live = new ReadOnlyObjectWrapper<>(new LiveAge(null, true, null));
    private final RoomEditor editor = new RoomEditor();
    private final StringBinding stageRefusal;
    private final LiveQuery<Snapshot> query;
    private final List<Registration> subscriptions;
    private int participantLimit = HIGHEST_LIMIT;
    private Instant liveAt;

    RoomsViewModel(OrganizationContext context) {
        this.context = context;
        query = new LiveQuery<>(context.background(), "rooms", this::read).onValue(this::show);
        subscriptions = List.of(
                context.onChange(Part.ORGANIZATION, query::refresh),
                context.onChange(Part.LIVE, query::refresh),
                context.onConnection(this::showConnection));
        context.ticker().second().subscribe(this::showLive);
        stageRefusal = Bindings.createStringBinding(
                this::whyNotStaged, editor.changes, editor.fault, editor.slug, editor.room(), refusal, selected);
        showConnection();
        query.refresh();
    }

    RowList<RoomRow, RoomFilter> rooms() {
        return rooms;
    }

    ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    /** Why rooms cannot be changed, or empty. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<RoomRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    RoomEditor editor() {
        return editor;
    }

    /** How many participants the plan allows a meeting, when that is known. */
    Optional<Integer> planLimit() {
        return participantLimit == HIGHEST_LIMIT ? Optional.empty() : Optional.of(participantLimit);
    }

    /** How old the knowledge is of which rooms are in use. */
    ReadOnlyObjectProperty<LiveAge> liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** Why the edits cannot be staged, in words, or empty. */
    ObservableValue<String> stageRefusalProperty() {
        return stageRefusal;
    }

    /** Opens a room in the panel; null closes it. Edits of another room that were not staged are dropped. */
    void select(RoomRow row) {
        boolean other = row == null
                || editor.room().get() == null
                || !editor.room().get().id().equals(row.id());
        selected.set(row);
        if (other || editor.changes.get() == 0) editor.edit(row == null ? null : row.room(), participantLimit);
    }

    /** What is wrong with a name for a new room, in words. */
    Optional<String> nameFault(String name) {
        return name.isBlank() || name.strip().length() > 100
                ? Optional.of(Messages.text("rooms.name.fault"))
                : Optional.empty();
    }

    /** What is wrong with a link name for a room other than {@code except} (null for a new one), in words. */
    Optional<String> linkFault(String slug, UUID except) {
        if (!LinkName.isValid(slug)) return Optional.of(Messages.text("rooms.link.fault"));
        boolean taken = rooms.all().stream()
                .anyMatch(row -> !row.id().equals(except) && row.room().slug().equals(slug));
        return taken ? Optional.of(Messages.text("rooms.link.taken")) : Optional.empty();
    }

    /** A free link name made of the name. */
    String freeLink(String name) {
        String base = LinkName.of(name).isEmpty() ? "room" : LinkName.of(name);
        String candidate = base;
        for (int i = 2; linkFault(candidate, null).isPresent(); i++) {
            String number = "-" + i;
            int room = Math.min(base.length(), LinkName.LONGEST - number.length());
            candidate = base.substring(0, room).replaceAll("-$", "") + number;
        }
        return candidate;
    }

    void create(String name, String slug) {
        int people = participantLimit == HIGHEST_LIMIT ? CAREFUL_LIMIT : participantLimit;
        var settings =
                new RoomSettings(true, false, null, false, false, RoomRecording.OFF, people, WhoMayStart.MEMBERS);
        var room = new NewRoom(Ids.next(), name.strip(), slug, "", settings);
        context.staging()
                .stage(List.of(new Request.CreateRoom(room)), Messages.text("rooms.created.text", room.name()));
    }

    private String whyNotStaged() {
        if (!refusal.get().isEmpty()) return refusal.get();
        if (selected.get() != null && selected.get().shown().isLeaving()) return Messages.text("rooms.stage.leaving");
        if (editor.changes.get() == 0) return Messages.text("rooms.stage.nothing");
        return editFault();
    }

    /** What is wrong with the edited fields, in words, or empty. */
    String editFault() {
        if (!editor.fault.get().isEmpty()) return editor.fault.get();
        return editor.slugChanged()
                ? linkFault(editor.slug.get(), editor.room().get().id()).orElse("")
                : "";
    }

    void stageEdits() {
        if (!stageRefusal.get().isEmpty()) return;
        Room room = editor.room().get();
        var request = new Request.EditRoom(room, editor.patch());
        editor.edit(room, participantLimit);
        context.staging().stage(List.of(request), Messages.text("rooms.edited.text", room.name()));
    }

    void discardEdits() {
        editor.edit(selected.get() == null ? null : selected.get().room(), participantLimit);
    }

    /** Why a room cannot be deleted, or empty: not for this role, or a meeting runs in it. */
    Optional<String> deleteRefusal(RoomRow row) {
        if (!refusal.get().isEmpty()) return Optional.of(refusal.get());
        if (row.shown().isLeaving()) return Optional.of(Messages.text("rooms.stage.leaving"));
        return row.inUse() ? Optional.of(Messages.text("rooms.delete.inUse")) : Optional.empty();
    }

    void delete(List<RoomRow> chosen) {
        List<Request.DeleteRoom> requests = chosen.stream()
                .filter(row -> deleteRefusal(row).isEmpty())
                .map(row -> new Request.DeleteRoom(row.room()))
                .toList();
        if (requests.isEmpty()) return;
        String name = chosen.getFirst().room().name();
        context.staging().stage(requests, Messages.text("rooms.deleted.text", requests.size(), name));
    }

    @Override
    public void close() {
        query.close();
        for (Registration subscription : subscriptions) subscription.close();
    }

    private Snapshot read() {
        OrganizationData data = context.data();
        Map<UUID, Meeting> running = new HashMap<>();
        for (Meeting meeting : data.meetings()) {
            if (meeting.roomId() != null) running.put(meeting.roomId(), meeting);
        }
        Collator names = Collator.getInstance(Formats.current().locale());
        List<RoomRow> read = data.rooms().stream()
                .map((Shown<Room> room) ->
                        new RoomRow(room, running.get(room.now().id())))
                .sorted(Comparator.comparing(row -> row.room().name(), names))
                .toList();
        int most = data.subscription().map(Subscription::participantLimit).orElse(HIGHEST_LIMIT);
        return new Snapshot(read, data.known(), most, data.liveAt().orElse(null));
    }

    private void show(Snapshot snapshot) {
        participantLimit = snapshot.participantLimit();
        liveAt = snapshot.liveAt();
        showLive();
        if (snapshot.known()) rooms.show(snapshot.rows());
        else rooms.unknown(context.unknown());
        Long inUse = rooms.countsProperty().get().get(RoomFilter.IN_USE);
        if (inUse == null) subtitle.set("");
        else if (liveAt == null) {
            subtitle.set(Messages.text("rooms.page.subtitleUnknown", rooms.all().size()));
        } else subtitle.set(Messages.text("rooms.page.subtitle", rooms.all().size(), inUse));
        if (selected.get() != null) followSelected();
    }

    private void followSelected() {
        rooms.all().stream()
                .filter(selected.get()::equals)
                .findFirst()
                .ifPresentOrElse(this::select, () -> select(null));
    }

    private Instant now() {
        return context.ticker().second().get();
    }

    private static State empty() {
        return State.empty(Feather.LAYOUT, Messages.text("rooms.empty.title"), Messages.text("rooms.empty.text"));
    }

    private void showConnection() {
        refusal.set(context.refusal(Action.MANAGE_ROOMS, false).orElse(""));
        showLive();
    }

    private void showLive() {
        live.set(LiveAge.of(liveAt, context.session().connection(), now()));
    }

    /** How long the meeting in a room has been running. */
    static Duration running(RoomRow row, Instant now) {
        return Duration.between(row.meeting().startedAt(), now);
    }
}
