package steward.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import steward.api.CollectionName;
import tools.jackson.databind.JsonNode;

/** Everything kept of one account on one server, in one folder. Thread-safe. */
public final class AccountStore implements AutoCloseable {

    /** Stops the listening when closed. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * The work store was damaged when it was opened; another one took its place.
     *
     * @param setAside where the damaged file is kept
     * @param changes not sent yet, and rescued
     * @param drafts rescued
     */
    public record Damage(Path setAside, int changes, int drafts) {}

    private final Damage damage;
    private final WorkStore work;
    private final DisposableFile directoryFile;
    private final Caches caches;
    private final Listeners listeners = new Listeners();
    private final Revision revision;
    private final Map<UUID, OrganizationData> organizations = new ConcurrentHashMap<>();

    private AccountStore(Path folder, UUID account, InstantSource clock) {
        Path directoryPath = folder.resolve("directory.db");
        WorkFile opened = WorkFile.open(folder.resolve("work.db"), Files.exists(directoryPath), clock.instant());
        this.damage = opened.damage();
        this.work = new WorkStore(opened.file(), account, clock, listeners);
        this.directoryFile = new DisposableFile(directoryPath, Schema.DIRECTORY, clock);
        this.caches = new Caches(folder.resolve("cache"), clock);
        this.revision = new Revision(work, this::cached);
    }

    /**
     * Opens or creates the files, migrating older ones after a snapshot.
     *
     * @throws NewerStoreException when a newer program wrote them; they are left untouched
     */
    public static AccountStore open(Path folder, UUID account, InstantSource clock) {
        refuseNewer(folder);
        PrivateFiles.folder(folder);
        PrivateFiles.folder(folder.resolve("cache"));
        unpackNativeLibrary(folder.resolve("native"));
        return new AccountStore(folder, account, clock);
    }

    /**
     * Reads versions only; a folder that does not exist is no newer one.
     *
     * @throws NewerStoreException when a newer program wrote a file in it
     */
    public static void refuseNewer(Path folder) {
        Schema.WORK.refuseNewer(folder.resolve("work.db"));
        Schema.DIRECTORY.refuseNewer(folder.resolve("directory.db"));
        for (Path cache : caches(folder.resolve("cache"))) Schema.CACHE.refuseNewer(cache);
    }

    public Outbox outbox() {
        return new Outbox(work, revision);
    }

    public Drafts drafts() {
        return new Drafts(work);
    }

    public Preferences preferences() {
        return new Preferences(work);
    }

    public Directory directory() {
        return new Directory(directoryFile, work);
    }

    public OrganizationData organization(UUID orgId) {
        return organizations.computeIfAbsent(orgId, id -> new OrganizationData(id, caches, work));
    }

    /** Holds what is shown first of the organization opened last, so that nobody waits for it. Blocking. */
    public void readAhead() {
        directory().entries().stream()
                .filter(entry -> entry.lastOpenedAt() != null)
                .max(Comparator.comparing(Directory.Entry::lastOpenedAt))
                .map(entry -> organization(entry.organization().id()))
                .filter(OrganizationData::known)
                .ifPresent(OrganizationData::readAhead);
    }

    /** The sending side of the outbox; for sync. */
    public Dispatch dispatch() {
        return new Dispatch(work, revision);
    }

    /** Writes the cache of an organization; for sync. */
    public CacheWriter cacheWriter(UUID orgId) {
        return new CacheWriter(orgId, caches, work);
    }

    /** Writes the directory; for sync. */
    public DirectoryWriter directoryWriter() {
        return new DirectoryWriter(directoryFile, work);
    }

    /** What happened to the work store when it was opened; to be told to the person. */
    public Optional<Damage> damage() {
        return Optional.ofNullable(damage);
    }

    public Registration listen(StoreListener listener) {
        return listeners.add(listener);
    }

    @Override
    public void close() {
        caches.close();
        directoryFile.close();
        work.close();
    }

    private Optional<JsonNode> cached(UUID orgId, CollectionName collection, UUID id) {
        return caches.with(orgId, cache -> cache.read(handle -> handle.createQuery("SELECT body FROM entry"
                                + " WHERE collection = :collection AND id = :id AND body IS NOT NULL")
                        .bind("collection", collection.name())
                        .bind("id", id.toString())
                        .mapTo(String.class)
                        .findOne())
                .map(Operations::json));
    }

    private static List<Path> caches(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".db")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The system's temporary folder may forbid programs; the driver reads this once, so the first folder serves all. */
    private static synchronized void unpackNativeLibrary(Path folder) {
        if (System.getProperty("org.sqlite.tmpdir") != null) return;
        PrivateFiles.folder(folder);
        // a program that was killed has left its copy behind
        PrivateFiles.clear(folder);
        System.setProperty("org.sqlite.tmpdir", folder.toString());
    }
}
