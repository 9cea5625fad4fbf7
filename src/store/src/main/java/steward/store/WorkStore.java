package steward.store;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.HandleCallback;

/** The work store with whose it is, what time it is and who is told. Thread-safe. */
final class WorkStore implements AutoCloseable {

    private final SqliteFile file;
    private final UUID account;
    private final InstantSource clock;
    private final Listeners listeners;
    private final AtomicLong stamp = new AtomicLong();

    WorkStore(SqliteFile file, UUID account, InstantSource clock, Listeners listeners) {
        this.file = file;
        this.account = account;
        this.clock = clock;
        this.listeners = listeners;
    }

    <T> T read(HandleCallback<T, SQLException> work) {
        return file.read(work);
    }

    <T> T write(HandleCallback<T, SQLException> work) {
        return file.write(work);
    }

    UUID account() {
        return account;
    }

    InstantSource clock() {
        return clock;
    }

    /** Counts changes of operations; what was computed from them is stale when it moved. */
    long stamp() {
        return stamp.get();
    }

    /** Operations changed what is shown of these organizations. */
    void shownChanged(Collection<UUID> orgIds) {
        stamp.incrementAndGet();
        for (UUID orgId : orgIds) {
            listeners.changed(StoreListener.Part.OUTBOX, orgId);
            listeners.changed(StoreListener.Part.ORGANIZATION, orgId);
            listeners.changed(StoreListener.Part.DIRECTORY, orgId);
        }
    }

    /** Operations moved on, without changing what is shown. */
    void outboxChanged(UUID orgId) {
        stamp.incrementAndGet();
        listeners.changed(StoreListener.Part.OUTBOX, orgId);
    }

    void changed(StoreListener.Part part, UUID orgId) {
        listeners.changed(part, orgId);
    }

    @Override
    public void close() {
        file.close();
    }
}
