package steward.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import steward.api.CollectionName;
import steward.api.Json;

/** The cache of one organization, with its records held parsed as long as their rows stay. Thread-safe. */
final class CacheFile implements AutoCloseable {

    private record Parsed(long seq, long version, Object value) {}

    private record Held(long stamp, List<?> values, Map<String, Parsed> byId) {}

    /** Over all files: a stamp of a file that was closed is never met again. */
    private static final AtomicLong TICKS = new AtomicLong();

    private final DisposableFile file;
    private final long opened = TICKS.incrementAndGet();
    private final Map<CollectionName, Long> stamps = new ConcurrentHashMap<>();
    private final Map<CollectionName, Integer> writing = new ConcurrentHashMap<>();
    private final Map<CollectionName, Held> held = new ConcurrentHashMap<>();

    CacheFile(DisposableFile file) {
        this.file = file;
    }

    <T> T read(HandleCallback<T, SQLException> work) {
        return file.read(work);
    }

    /** Writes something else than records. */
    <T> T write(HandleCallback<T, SQLException> work) {
        return file.write(work);
    }

    /** Writes records of these collections. */
    <T> T write(Collection<CollectionName> touched, HandleCallback<T, SQLException> work) {
        touched.forEach(collection -> writing.merge(collection, 1, Integer::sum));
        try {
            return file.write(work);
        } finally {
            touched.forEach(collection -> stamps.put(collection, TICKS.incrementAndGet()));
            touched.forEach(collection -> writing.computeIfPresent(collection, (_, n) -> n == 1 ? null : n - 1));
        }
    }

    /**
     * Moves when a collection is written; what was computed from it before is stale. While it is being written nobody knows
     * which state was read: nothing computed then is met again.
     */
    long stamp(CollectionName collection) {
        return writing.containsKey(collection) ? TICKS.incrementAndGet() : stamps.getOrDefault(collection, opened);
    }

    /** All records of a collection, in the order of their ids; only rows that changed are parsed. */
    <T> List<T> all(CollectionName collection, Class<T> type) {
        long now = stamp(collection);
        Held old = held.get(collection);
        if (old == null || old.stamp() != now) {
            Map<String, Parsed> known = old == null ? Map.of() : old.byId();
            old = file.read(handle -> load(handle, collection, type, known, now));
            held.put(collection, old);
        }
        return old.values().stream().map(type::cast).toList();
    }

    Optional<String> meta(String key) {
        return file.read(handle -> meta(handle, key));
    }

    static Optional<String> meta(Handle handle, String key) {
        return handle.createQuery("SELECT value FROM meta WHERE key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .findOne();
    }

    static long number(Handle handle, String key) {
        return meta(handle, key).map(Long::parseLong).orElse(0L);
    }

    static void meta(Handle handle, String key, Object value) {
        handle.execute(
                "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                key,
                value.toString());
    }

    @Override
    public void close() {
        file.close();
    }

    private static Held load(
            Handle handle, CollectionName collection, Class<?> type, Map<String, Parsed> known, long stamp) {
        Map<String, Parsed> byId = HashMap.newHashMap(known.size() + 16);
        List<Object> values = handle.createQuery("SELECT id, seq, version, body FROM entry"
                        + " WHERE collection = :collection AND body IS NOT NULL ORDER BY id")
                .bind("collection", collection.name())
                .<Object>map((row, _) -> {
                    String id = row.getString(1);
                    long seq = row.getLong(2);
                    long version = row.getLong(3);
                    Parsed parsed = known.get(id);
                    if (parsed == null || parsed.seq() != seq || parsed.version() != version) {
                        parsed = new Parsed(seq, version, Json.mapper().readValue(row.getString(4), type));
                    }
                    byId.put(id, parsed);
                    return parsed.value();
                })
                .list();
        return new Held(stamp, List.copyOf(values), byId);
    }
}
