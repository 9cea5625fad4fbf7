package steward.server.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import steward.api.Change;
import steward.api.ChangePage;
import steward.api.CollectionName;
import steward.api.Json;
import steward.server.db.Tx;

/**
 * The changes of each organization, one row an object with its latest sequence number. Bodies are looked up when they
 * are served. Thread-safe once every loader is in.
 */
public final class Changes {
    private static final String UPSERT =
            "INSERT INTO change (org_id, seq, collection, object_id, deleted, at) VALUES (?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (org_id, collection, object_id)"
                    + " DO UPDATE SET seq = excluded.seq, deleted = excluded.deleted, at = excluded.at";

    private final Events events;
    private final Map<CollectionName, Loader> loaders = new EnumMap<>(CollectionName.class);

    /** Finds objects of one collection by their ids; what is gone is left out. */
    @FunctionalInterface
    public interface Loader {
        Map<UUID, ?> load(Handle sql, UUID orgId, Collection<UUID> ids);
    }

    public Changes(Events events) {
        this.events = events;
    }

    public void loader(CollectionName collection, Loader loader) {
        loaders.put(collection, loader);
    }

    /** Notes that an object was made, changed or deleted; returns the sequence number of that. */
    public long record(Tx tx, UUID orgId, CollectionName collection, UUID objectId, boolean deleted) {
        long seq = advance(tx, orgId, 1);
        tx.sql().execute(UPSERT, orgId, seq, collection, objectId, deleted ? 1 : 0, tx.now());
        return told(tx, orgId, seq);
    }

    /** Notes many at once that were made or changed. */
    public long recordAll(Tx tx, UUID orgId, CollectionName collection, List<UUID> objectIds) {
        if (objectIds.isEmpty()) return 0;
        long last = advance(tx, orgId, objectIds.size());
        long seq = last - objectIds.size();
        try (PreparedBatch batch = tx.sql().prepareBatch(UPSERT)) {
            for (UUID id : objectIds) batch.add(orgId, ++seq, collection, id, 0, tx.now());
            batch.execute();
        }
        return told(tx, orgId, last);
    }

    /** The changes after one, in order, with their bodies. */
    public ChangePage page(Handle sql, UUID orgId, long after, int limit) {
        List<Row> rows = sql.createQuery("SELECT seq, collection, object_id, deleted FROM change"
                        + " WHERE org_id = :org AND seq > :after AND (deleted = 0 OR :after > 0)"
                        + " ORDER BY seq LIMIT :limit")
                .bind("org", orgId)
                .bind("after", after)
                .bind("limit", limit + 1)
                .map((row, context) -> new Row(
                        row.getLong("seq"),
                        CollectionName.valueOf(row.getString("collection").toUpperCase(Locale.ROOT)),
                        UUID.fromString(row.getString("object_id")),
                        row.getBoolean("deleted")))
                .list();
        boolean more = rows.size() > limit;
        List<Row> page = more ? rows.subList(0, limit) : rows;
        long next = more ? page.getLast().seq() : Math.max(after, head(sql, orgId));
        return new ChangePage(bodies(sql, orgId, page), next, more);
    }

    /** The last change of an organization. */
    public static long head(Handle sql, UUID orgId) {
        return sql.select("SELECT seq FROM organization WHERE id = ?", orgId)
                .mapTo(Long.class)
                .findFirst()
                .orElse(0L);
    }

    /** The last change whose tombstone is gone: who has seen less takes a snapshot. */
    static long pruned(Handle sql, UUID orgId) {
        return sql.select("SELECT pruned_seq FROM organization WHERE id = ?", orgId)
                .mapTo(Long.class)
                .findFirst()
                .orElse(0L);
    }

    /** Forgets deletions older than an instant; how far that went only ever grows. */
    public void prune(Tx tx, Instant before) {
        String last =
                "(SELECT MAX(c.seq) FROM change c WHERE c.org_id = organization.id AND c.deleted = 1 AND c.at < :at)";
        tx.sql()
                .createUpdate("UPDATE organization SET pruned_seq = " + last + " WHERE pruned_seq < " + last)
                .bind("at", before)
                .execute();
        tx.sql().execute("DELETE FROM change WHERE deleted = 1 AND at < ?", before);
    }

    private record Row(long seq, CollectionName collection, UUID id, boolean deleted) {}

    private List<Change> bodies(Handle sql, UUID orgId, List<Row> rows) {
        Map<CollectionName, List<UUID>> wanted = new EnumMap<>(CollectionName.class);
        for (Row row : rows) {
            if (!row.deleted()) {
                wanted.computeIfAbsent(row.collection(), _ -> new ArrayList<>()).add(row.id());
            }
        }
        Map<CollectionName, Map<UUID, ?>> found = new HashMap<>();
        wanted.forEach((collection, ids) -> found.put(collection, load(sql, orgId, collection, ids)));
        List<Change> changes = new ArrayList<>();
        for (Row row : rows) {
            Object body = found.getOrDefault(row.collection(), Map.of()).get(row.id());
            changes.add(new Change(
                    row.seq(),
                    row.collection(),
                    row.id(),
                    body == null,
                    body == null ? null : Json.mapper().valueToTree(body)));
        }
        return changes;
    }

    private Map<UUID, ?> load(Handle sql, UUID orgId, CollectionName collection, List<UUID> ids) {
        Loader loader = loaders.get(collection);
        if (loader == null) throw new IllegalStateException("no loader for " + collection);
        return loader.load(sql, orgId, ids);
    }

    private static long advance(Tx tx, UUID orgId, int by) {
        return tx.sql()
                .createQuery("UPDATE organization SET seq = seq + :by WHERE id = :org RETURNING seq")
                .bind("by", by)
                .bind("org", orgId)
                .mapTo(Long.class)
                .one();
    }

    private long told(Tx tx, UUID orgId, long seq) {
        tx.changed(seq);
        tx.afterCommit(() -> events.changed(orgId, seq));
        return seq;
    }
}
