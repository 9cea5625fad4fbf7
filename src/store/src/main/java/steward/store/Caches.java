package steward.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The cache files, opened when they are needed; the few used last stay open. Thread-safe. */
final class Caches implements AutoCloseable {

    private static final int KEPT_OPEN = 6;

    private static final class Slot {
        private final CacheFile file;
        private int users;

        private Slot(CacheFile file) {
            this.file = file;
        }
    }

    private final Path folder;
    private final InstantSource clock;
    private final Map<UUID, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);
    private boolean closed;

    Caches(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    <T> T with(UUID orgId, Function<CacheFile, T> work) {
        Slot slot = take(orgId);
        try {
            return work.apply(slot.file);
        } finally {
            giveBack(slot);
        }
    }

    /** Removes a cache from the disk, when nobody is at work on it. */
    synchronized void remove(UUID orgId) {
        closeWhenIdle(orgId);
        PrivateFiles.remove(path(orgId));
        PrivateFiles.remove(DisposableFile.damaged(path(orgId)));
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (UUID orgId : List.copyOf(slots.keySet())) closeWhenIdle(orgId);
    }

    private Path path(UUID orgId) {
        return folder.resolve(orgId + ".db");
    }

    private synchronized Slot take(UUID orgId) {
        if (closed) throw new IllegalStateException("the store is closed");
        Slot slot = slots.computeIfAbsent(
                orgId, _ -> new Slot(new CacheFile(new DisposableFile(path(orgId), Schema.CACHE, clock))));
        slot.users++;
        return slot;
    }

    private synchronized void giveBack(Slot slot) {
        slot.users--;
        notifyAll();
        Iterator<Slot> eldest = slots.values().iterator();
        while (slots.size() > KEPT_OPEN && eldest.hasNext()) {
            Slot candidate = eldest.next();
            if (candidate.users > 0) continue;
            eldest.remove();
            candidate.file.close();
        }
    }

    private void closeWhenIdle(UUID orgId) {
        Slot slot = slots.get(orgId);
        if (slot == null) return;
        boolean interrupted = false;
        while (slot.users > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                // the user of the file is at work and must end first, whoever is in a hurry
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        if (slots.remove(orgId, slot)) slot.file.close();
    }
}
