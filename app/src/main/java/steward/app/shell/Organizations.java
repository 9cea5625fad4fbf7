package steward.app.shell;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import steward.app.fx.Background;
import steward.app.fx.LiveQuery;
import steward.app.i18n.Formats;
import steward.store.AccountStore;
import steward.store.StoreListener;

/** Every organization of the account as last read from this computer, by name; read again when it changes. */
public final class Organizations implements AutoCloseable {

    /** What was read; {@code refreshedAt} is null before the first answer of a server. */
    public record Snapshot(List<OrganizationRow> rows, Instant refreshedAt) {
        public Optional<OrganizationRow> find(UUID orgId) {
            return rows.stream().filter(row -> row.id().equals(orgId)).findFirst();
        }
    }

    private final AccountStore store;
    private final Background background;
    private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>(this, "snapshot");
    private final LiveQuery<Snapshot> reading;
    private final AccountStore.Registration registration;

    /** {@code first} is what was read before, so that the window need not be drawn without it; or null. */
    public Organizations(AccountStore store, Snapshot first, Background background) {
        this.store = store;
        this.background = background;
        snapshot.set(first);
        reading = new LiveQuery<Snapshot>(background, "read organizations", () -> read(store), Signal.gate(background))
                .onValue(snapshot::set)
                .sparing();
        registration = store.listen((part, orgId) -> {
            if (part == StoreListener.Part.DIRECTORY || part == StoreListener.Part.OUTBOX) {
                reading.signal();
            }
        });
        reading.signal();
    }

    /** Null until read for the first time. */
    public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    public Optional<OrganizationRow> find(UUID orgId) {
        return snapshot.get() == null ? Optional.empty() : snapshot.get().find(orgId);
    }

    public void pin(UUID orgId, boolean pinned) {
        background.start("pin", () -> store.directory().pin(orgId, pinned));
    }

    /** Blocking. */
    public static Snapshot read(AccountStore store) {
        Map<UUID, Integer> conflicts = store.outbox().attention();
        Collator order = Collator.getInstance(Formats.current().locale());
        order.setStrength(Collator.SECONDARY);
        List<OrganizationRow> rows = store.directory().entries().stream()
                .map(entry -> OrganizationRow.of(
                        entry, conflicts.getOrDefault(entry.organization().id(), 0)))
                .sorted(Comparator.comparing(row -> row.name().text(), order))
                .toList();
        return new Snapshot(rows, store.directory().refreshedAt().orElse(null));
    }

    @Override
    public void close() {
        registration.close();
        reading.close();
    }
}
