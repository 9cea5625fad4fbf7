package steward.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;

/** Everything kept of one account on one server, in one folder. Thread-safe. */
public final class AccountStore implements AutoCloseable {

    /** Stops the listening when closed. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Opens or creates the files, migrating older ones after a snapshot.
     *
     * @throws NewerStoreException when a newer program wrote them; they are left untouched
     */
    public static AccountStore open(Path folder, UUID account, InstantSource clock) {
        throw new UnsupportedOperationException();
    }

    public Outbox outbox() {
        throw new UnsupportedOperationException();
    }

    public Drafts drafts() {
        throw new UnsupportedOperationException();
    }

    public Preferences preferences() {
        throw new UnsupportedOperationException();
    }

    public Directory directory() {
        throw new UnsupportedOperationException();
    }

    public OrganizationData organization(UUID orgId) {
        throw new UnsupportedOperationException();
    }

    /** The sending side of the outbox; for sync. */
    public Dispatch dispatch() {
        throw new UnsupportedOperationException();
    }

    /** Writes the cache of an organization; for sync. */
    public CacheWriter cacheWriter(UUID orgId) {
        throw new UnsupportedOperationException();
    }

    /** Writes the directory; for sync. */
    public DirectoryWriter directoryWriter() {
        throw new UnsupportedOperationException();
    }

    public Registration listen(StoreListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
