package steward.app.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import steward.api.Action;
import steward.app.fx.Background;
import steward.app.fx.LiveQuery;
import steward.store.Outbox;
import steward.store.StoreListener;
import steward.sync.Connection;
import steward.sync.Session;

/** Which organization and which place the window shows, how it stands with the server, and what waits to be sent. */
public final class ShellViewModel implements AutoCloseable {
    private final Session session;
    private final Organizations organizations;
    private final Background background;
    private final ReadOnlyObjectWrapper<OpenOrganization> open = new ReadOnlyObjectWrapper<>(this, "open");
    private final ReadOnlyObjectWrapper<OrganizationRow> current = new ReadOnlyObjectWrapper<>(this, "current");
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(this, "place", Place.OVERVIEW);
    private final ReadOnlyObjectWrapper<Connection> connection = new ReadOnlyObjectWrapper<>(this, "connection");
    private final ReadOnlyObjectWrapper<Outbox.Counts> outbox =
            new ReadOnlyObjectWrapper<>(this, "outbox", new Outbox.Counts(0, 0, 0, 0, 0));
    private final ReadOnlyObjectWrapper<Figures> things = new ReadOnlyObjectWrapper<>(this, "things", Figures.UNKNOWN);
    private final ReadOnlyObjectWrapper<Figures> live = new ReadOnlyObjectWrapper<>(this, "live", Figures.UNKNOWN);
    private final LiveQuery<Outbox.Counts> outboxQuery;
    private final List<Runnable> whileOpen = new ArrayList<>();
    private final List<Runnable> closers = new ArrayList<>();
    private long generation;

    public ShellViewModel(Session session, Organizations organizations, Background background) {
        this.session = session;
        this.organizations = organizations;
        this.background = background;
        connection.set(session.connection());
        var connected = new Signal(background, () -> connection.set(session.connection()));
        var sessionRegistration = session.listen(connected::fire);
        outboxQuery = new LiveQuery<>(
                        background,
                        "count the outbox",
                        () -> session.store().outbox().counts(),
                        Signal.gate(background))
                .onValue(outbox::set)
                .sparing();
        var storeRegistration = session.store().listen((part, orgId) -> {
            if (part == StoreListener.Part.OUTBOX) {
                outboxQuery.signal();
            }
        });
        outboxQuery.signal();
        Subscription directory = organizations.snapshotProperty().subscribe(this::directoryChanged);
        closers.addAll(List.of(
                connected::close,
                sessionRegistration::close,
                storeRegistration::close,
                outboxQuery::close,
                directory::unsubscribe));
    }

    /** The organization shown, or null while there is none. */
    public ReadOnlyObjectProperty<OpenOrganization> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** The newest row of the organization shown (name, plan, pending), or null. */
    public ReadOnlyObjectProperty<OrganizationRow> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Connection> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /** Of all organizations: whatever waits on this computer. */
    public ReadOnlyObjectProperty<Outbox.Counts> outboxProperty() {
        return outbox.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Figures> thingsProperty() {
        return things.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Figures> liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** Whether an answer of the server may still be on its way. */
    boolean isReaching() {
        return switch (connection.get().state()) {
            case CONNECTING, CONNECTED -> true;
            case UNREACHABLE, OFFLINE_BY_CHOICE, SIGNED_OUT -> false;
        };
    }

    public void show(Place where) {
        place.set(where);
    }

    /** Shows another organization; of the one before nothing stays. */
    public void open(UUID orgId) {
        Optional<OrganizationRow> row = organizations.find(orgId);
        if (row.isPresent() && (open.get() == null || !open.get().id().equals(orgId))) {
            take(row.get());
        }
    }

    public void workOffline(boolean offline) {
        background.start("work offline", () -> session.workOffline(offline));
    }

    /** F5. */
    public void refresh() {
        OpenOrganization shown = open.get();
        background.start("refresh", () -> {
            session.refreshDirectory();
            if (shown != null) {
                session.refresh(shown.id());
            }
        });
    }

    public void refreshDirectory() {
        background.start("refresh organizations", session::refreshDirectory);
    }

    public void sendNow() {
        background.start("send now", session::sendNow);
    }

    private void directoryChanged(Organizations.Snapshot snapshot) {
        if (snapshot == null) {
            return;
        }
        OpenOrganization shown = open.get();
        Optional<OrganizationRow> row = shown == null ? Optional.empty() : snapshot.find(shown.id());
        if (row.isEmpty()) {
            first(snapshot.rows()).ifPresentOrElse(this::take, this::takeNone);
        } else if (meansReopening(shown.row(), row.get())) {
            take(row.get());
        } else {
            current.set(row.get());
        }
    }

    /** Another role, or sent at last: what the tabs may do is another. */
    private static boolean meansReopening(OrganizationRow before, OrganizationRow now) {
        return before.role() != now.role()
                || (before.entry().pending() == null) != (now.entry().pending() == null);
    }

    /** The one last used, else a pinned one, else one whose panel is open. */
    private static Optional<OrganizationRow> first(List<OrganizationRow> rows) {
        return rows.stream()
                .min(Comparator.comparing(
                                (OrganizationRow row) -> row.entry().lastOpenedAt(),
                                Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(row -> !row.entry().pinned())
                        .thenComparing(row -> !Action.OPEN_PANEL.allowedTo(row.role())));
    }

    private void take(OrganizationRow row) {
        closeOrganization();
        var next = new OpenOrganization(row, ++generation);
        current.set(row);
        follow(next);
        open.set(next);
        background.start("open organization", () -> {
            session.store().directory().opened(row.id());
            if (next.panelOpen()) {
                session.open(row.id());
            }
        });
    }

    private void takeNone() {
        closeOrganization();
        current.set(null);
        open.set(null);
    }

    private void follow(OpenOrganization next) {
        if (!next.panelOpen()) {
            return;
        }
        var data = session.store().organization(next.id());
        var thingsQuery = new LiveQuery<Figures>(
                        background, "count things", () -> Figures.things(data), Signal.gate(background))
                .onValue(things::set)
                .sparing();
        var liveQuery = new LiveQuery<Figures>(
                        background, "count live", () -> Figures.live(data), Signal.gate(background))
                .onValue(live::set)
                .sparing();
        var registration = session.store().listen((part, orgId) -> {
            if (Objects.equals(orgId, next.id())) {
                if (part == StoreListener.Part.ORGANIZATION) {
                    thingsQuery.signal();
                }
                if (part == StoreListener.Part.LIVE || part == StoreListener.Part.ORGANIZATION) {
                    liveQuery.signal();
                }
            }
        });
        whileOpen.addAll(List.of(registration::close, thingsQuery::close, liveQuery::close));
        thingsQuery.signal();
        liveQuery.signal();
    }

    private void closeOrganization() {
        whileOpen.forEach(Runnable::run);
        whileOpen.clear();
        things.set(Figures.UNKNOWN);
        live.set(Figures.UNKNOWN);
    }

    @Override
    public void close() {
        closeOrganization();
        closers.forEach(Runnable::run);
    }
}
