package steward.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import steward.api.AuditRecord;
import steward.api.Catalog;
import steward.api.Change;
import steward.api.ChangePage;
import steward.api.CollectionName;
import steward.api.Json;
import steward.api.Meeting;
import steward.api.Resolution;
import steward.api.UsageBucket;
import steward.api.UsageSample;

/** Writes the cache of one organization; only pulls and live events do. Blocking; thread-safe. */
public final class CacheWriter {

    /**
     * Where the next page starts. An answer to an older one is dropped.
     *
     * @param after the change sequence to ask from
     * @param generation changes with every snapshot and wipe
     * @param snapshot whether a snapshot is being taken
     */
    public record Cursor(long after, long generation, boolean snapshot) {}

    /** What a snapshot brings replaces what an earlier one left, whatever its version; else no row ever gets older. */
    private static final String KEEP = """
            INSERT INTO entry (collection, id, seq, version, generation, body) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (collection, id) DO UPDATE SET seq = excluded.seq, version = excluded.version,
              generation = excluded.generation, body = excluded.body
            WHERE excluded.generation > entry.generation OR excluded.version >= entry.version""";

    private final UUID orgId;
    private final Caches caches;
    private final WorkStore work;

    CacheWriter(UUID orgId, Caches caches, WorkStore work) {
        this.orgId = orgId;
        this.caches = caches;
        this.work = work;
    }

    public Cursor cursor() {
        return caches.with(orgId, cache -> cache.write(CacheWriter::cursor));
    }

    /** The server epoch the rows are of. */
    public Optional<String> epoch() {
        return caches.with(orgId, cache -> cache.meta("epoch"));
    }

    public void epoch(String epoch) {
        write(handle -> CacheFile.meta(handle, "epoch", epoch));
    }

    /**
     * Applies a page with its cursor in one transaction. The last page ({@code more} is false) completes a snapshot: rows
     * it did not bring are dropped then.
     *
     * @param asked the cursor the page was asked with
     * @return false when the cursor has moved since: the page was dropped
     */
    public boolean apply(Cursor asked, ChangePage page) {
        Set<CollectionName> touched = EnumSet.noneOf(CollectionName.class);
        page.items().forEach(change -> touched.add(change.collection()));
        boolean ends = asked.snapshot() && !page.more();
        if (ends) touched.addAll(EnumSet.allOf(CollectionName.class));
        boolean applied = caches.with(
                orgId,
                cache -> cache.write(touched, handle -> {
                    if (!cursor(handle).equals(asked)) return false;
                    keep(handle, page.items(), asked.generation());
                    CacheFile.meta(handle, asked.snapshot() ? "snapshot_after" : "after", page.nextAfter());
                    if (ends) endSnapshot(handle, asked.generation(), page.nextAfter());
                    if (!page.more()) CacheFile.meta(handle, "synced_at", now());
                    return true;
                }));
        if (applied) work.changed(StoreListener.Part.ORGANIZATION, orgId);
        if (applied && touched.contains(CollectionName.MEETINGS)) work.changed(StoreListener.Part.LIVE, orgId);
        return applied;
    }

    /** Begins again from 0 (a 410); what is held stays shown until the snapshot is complete. */
    public Cursor startSnapshot() {
        return caches.with(
                orgId,
                cache -> cache.write(handle -> {
                    CacheFile.meta(handle, "generation", cursor(handle).generation() + 1);
                    CacheFile.meta(handle, "snapshot_after", 0);
                    CacheFile.meta(handle, "snapshot_began", now());
                    return cursor(handle);
                }));
    }

    /** Removes all that is held of the organization, also from the disk: the account may not see it any more. */
    public void wipe() {
        caches.remove(orgId);
        work.changed(StoreListener.Part.ORGANIZATION, orgId);
        work.changed(StoreListener.Part.LIVE, orgId);
    }

    /** Replaces the buckets from {@code from} (inclusive) to {@code to} (exclusive). */
    public void saveUsage(Resolution resolution, Instant from, Instant to, List<UsageBucket> buckets) {
        write(handle -> Usage.replace(handle, resolution, from, to, buckets));
        work.changed(StoreListener.Part.LIVE, orgId);
    }

    /** Keeps the newest usage sample. */
    public void saveSample(UsageSample sample) {
        write(handle -> handle.execute("""
                INSERT INTO single (name, version, body) VALUES ('sample', ?, ?)
                ON CONFLICT (name) DO UPDATE SET version = excluded.version, body = excluded.body
                WHERE excluded.version >= single.version""", sample.at().toEpochMilli(), json(sample)));
        work.changed(StoreListener.Part.LIVE, orgId);
    }

    /** Keeps a live payload, unless a newer version is held. */
    public void saveMeeting(Meeting meeting) {
        Change change = new Change(
                0, CollectionName.MEETINGS, meeting.id(), false, Json.mapper().valueToTree(meeting));
        caches.with(
                orgId,
                cache -> cache.write(List.of(CollectionName.MEETINGS), handle -> {
                    keep(handle, List.of(change), cursor(handle).generation());
                    return null;
                }));
        work.changed(StoreListener.Part.LIVE, orgId);
    }

    /** Live figures are known to be right at this instant. */
    public void markLive(Instant at) {
        write(handle -> CacheFile.meta(handle, "live_at", at.toEpochMilli()));
        work.changed(StoreListener.Part.LIVE, orgId);
    }

    /**
     * Keeps audit records.
     *
     * @param replace whether they stand for all that is held; else they are added
     */
    public void saveAudit(List<AuditRecord> records, boolean replace) {
        write(handle -> {
            if (replace) handle.execute("DELETE FROM audit");
            for (AuditRecord record : records) {
                handle.execute(
                        "INSERT OR IGNORE INTO audit (id, at, body) VALUES (?, ?, ?)",
                        record.id().toString(),
                        record.at().toEpochMilli(),
                        json(record));
            }
        });
        work.changed(StoreListener.Part.ORGANIZATION, orgId);
    }

    /**
     * Keeps the logo, to be called whenever the organization's {@code logoVersion} is another than {@link #logoVersion}.
     *
     * @param png or null when there is none
     * @param version of the organization's {@code logoVersion}, or null
     */
    public void saveLogo(byte[] png, Integer version) {
        write(handle -> {
            handle.execute("INSERT OR REPLACE INTO single (name, version, body) VALUES ('logo', ?, ?)", version, png);
            CacheFile.meta(handle, "logo_after", CacheFile.number(handle, "after"));
        });
        work.changed(StoreListener.Part.ORGANIZATION, orgId);
    }

    /** Version of the logo that is held. */
    public Optional<Integer> logoVersion() {
        return caches.with(
                orgId,
                cache -> cache.read(handle -> handle.createQuery("SELECT version FROM single WHERE name = 'logo'")
                        .mapTo(Integer.class)
                        .findFirst()));
    }

    public void saveCatalog(Catalog catalog) {
        write(handle ->
                handle.execute("INSERT OR REPLACE INTO single (name, body) VALUES ('catalog', ?)", json(catalog)));
        work.changed(StoreListener.Part.ORGANIZATION, orgId);
    }

    private void write(Consumer<Handle> change) {
        caches.with(
                orgId,
                cache -> cache.write(handle -> {
                    change.accept(handle);
                    return null;
                }));
    }

    private static Cursor cursor(Handle handle) {
        Optional<Long> generation = CacheFile.meta(handle, "generation").map(Long::parseLong);
        if (generation.isEmpty()) {
            // by chance: an answer asked for before a wipe must not fit the new file
            CacheFile.meta(handle, "generation", ThreadLocalRandom.current().nextLong(1, 1L << 40));
            return cursor(handle);
        }
        Optional<Long> snapshot = CacheFile.meta(handle, "snapshot_after").map(Long::parseLong);
        long after = snapshot.orElseGet(() -> CacheFile.number(handle, "after"));
        return new Cursor(after, generation.get(), snapshot.isPresent());
    }

    private static void keep(Handle handle, List<Change> changes, long generation) throws SQLException {
        try (PreparedStatement keep = handle.getConnection().prepareStatement(KEEP)) {
            for (Change change : changes) {
                if (change.deleted()) {
                    drop(handle, change, generation);
                    continue;
                }
                keep.setString(1, change.collection().name());
                keep.setString(2, change.id().toString());
                keep.setLong(3, change.seq());
                keep.setLong(4, change.body().path("version").longValue(0));
                keep.setLong(5, generation);
                keep.setString(6, change.body().toString());
                keep.executeUpdate();
            }
        }
    }

    /** Of a meeting that is gone a trace stays, so that a late live event does not bring it back. */
    private static void drop(Handle handle, Change change, long generation) {
        boolean trace = change.collection() == CollectionName.MEETINGS;
        String sql = trace
                ? "UPDATE entry SET body = NULL, version = version + 1, generation = " + generation
                : "DELETE FROM entry";
        handle.execute(
                sql + " WHERE collection = ? AND id = ?",
                change.collection().name(),
                change.id().toString());
    }

    /** What was done before the snapshot began is in it, whatever sequence its answer named. */
    private static void endSnapshot(Handle handle, long generation, long after) {
        handle.execute("DELETE FROM entry WHERE generation <> ?", generation);
        CacheFile.meta(handle, "after", after);
        CacheFile.meta(handle, "settled_at", CacheFile.number(handle, "snapshot_began"));
        handle.execute("DELETE FROM meta WHERE key IN ('snapshot_after', 'snapshot_began')");
    }

    private long now() {
        return work.clock().instant().toEpochMilli();
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
