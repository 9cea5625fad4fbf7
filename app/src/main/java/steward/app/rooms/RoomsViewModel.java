package steward.app.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;
import steward.store.AccountStore.Registration;
import steward.store.OrganizationData;
import steward.store.Request;
import steward.store.Shown;
import steward.store.StoreListener.Part;

/** The rooms of one organization: list, filters, the room being edited, and what can be done. */
final class RoomsViewModel implements AutoCloseable {

    /** What one read brings. */
    private record Snapshot(List<RoomRow> rows, boolean known, int participantLimit) {}

    private static final int SMALLEST_LIMIT = 10;

    private final OrganizationContext context;
    private final RowList<RoomRow, RoomFilter> rooms = new RowList<>(
            RoomFilter.class,
            (filter, row) -> filter.holds(row, now()),
            row -> row.room().name() + ' ' + row.room().slug(),
            RoomsViewModel::empty);
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<RoomRow> selected = new ReadOnlyObjectWrapper<>();
    private final RoomEditor editor = new RoomEditor();
    private final LiveQuery<Snapshot> query;
    private final List<Registration> subscriptions;
    private int participantLimit = SMALLEST_LIMIT;

    RoomsViewModel(OrganizationContext context) {
        this.context = context;
        query = new LiveQuery<>(context.background(), "rooms", this::read).onValue(this::show);
        subscriptions = List.of(
                context.onChange(Part.ORGANIZATION, query::refresh),
                context.onChange(Part.LIVE, query::refresh),
                context.onConnection(this::showRefusal));
        showRefusal();
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

    int participantLimit() {
        return participantLimit;
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

    void create(String name, String slug) {
        var settings = new RoomSettings(
                true, false, null, false, false, RoomRecording.OFF, participantLimit, WhoMayStart.MEMBERS);
        var room = new NewRoom(Ids.next(), name.strip(), slug, "", settings);
        context.staging()
                .stage(List.of(new Request.CreateRoom(room)), Messages.text("rooms.created.text", room.name()));
    }

    /** Whether the edited fields can be staged now. */
    boolean canStage() {
        return editor.changes.get() > 0
                && editor.fault.get().isEmpty()
                && refusal.get().isEmpty()
                && (!editor.slugChanged()
                        || linkFault(editor.slug.get(), editor.room().get().id())
                                .isEmpty());
    }

    void stageEdits() {
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
        List<RoomRow> read = data.rooms().stream()
                .map((Shown<Room> room) ->
                        new RoomRow(room, running.get(room.now().id())))
                .toList();
        int most = data.subscription().map(Subscription::participantLimit).orElse(SMALLEST_LIMIT);
        return new Snapshot(read, data.known(), most);
    }

    private void show(Snapshot snapshot) {
        participantLimit = snapshot.participantLimit();
        if (snapshot.known()) rooms.show(snapshot.rows());
        else rooms.unknown(context.unknown());
        Long inUse = rooms.countsProperty().get().get(RoomFilter.IN_USE);
        subtitle.set(
                inUse == null
                        ? ""
                        : Messages.text("rooms.page.subtitle", rooms.all().size(), inUse));
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

    private void showRefusal() {
        refusal.set(context.refusal(Action.MANAGE_ROOMS, false).orElse(""));
    }

    /** How long the meeting in a room has been running. */
    static Duration running(RoomRow row, Instant now) {
        return Duration.between(row.meeting().startedAt(), now);
    }
}
