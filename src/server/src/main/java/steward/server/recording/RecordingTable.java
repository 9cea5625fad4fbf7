package steward.server.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import steward.api.CollectionName;
import steward.api.Page;
import steward.api.Recording;
import steward.api.RecordingState;
import steward.server.change.Changes;
import steward.server.db.Tx;
import steward.server.http.Cursor;

/** The rows of recordings; every change of one is noted. Thread-safe. */
final class RecordingTable {
    private final Changes changes;

    RecordingTable(Changes changes) {
        this.changes = changes;
    }

    private record Key(UUID orgId, UUID id) {}

    static Optional<Recording> find(Handle sql, UUID orgId, UUID id) {
        return Optional.ofNullable(load(sql, orgId, List.of(id)).get(id));
    }

    static Map<UUID, Recording> load(Handle sql, UUID orgId, Collection<UUID> ids) {
        return sql
                .createQuery("SELECT * FROM recording WHERE org_id = :org AND id IN (<ids>)")
                .bind("org", orgId)
                .bindList("ids", List.copyOf(ids))
                .map(RecordingTable::row)
                .stream()
                .collect(Collectors.toMap(Recording::id, Function.identity()));
    }

    /** Newest first, the bin too. */
    static Page<Recording> page(Handle sql, UUID orgId, int limit, Optional<Cursor> after) {
        Cursor from = after.orElse(new Cursor(Long.MAX_VALUE, new UUID(-1, -1)));
        List<Recording> rows = sql.select("""
                        SELECT * FROM recording WHERE org_id = ? AND (started_at < ? OR started_at = ? AND id < ?)
                        ORDER BY started_at DESC, id DESC LIMIT ?
                        """, orgId, from.key(), from.key(), from.id(), limit + 1)
                .map(RecordingTable::row)
                .list();
        return Cursor.page(rows, limit, last -> new Cursor(last.startedAt().toEpochMilli(), last.id()));
    }

    /** All of them, in the bin too: what is in the bin takes room. */
    static long bytes(Handle sql, UUID orgId) {
        return sql.select("SELECT COALESCE(SUM(bytes), 0) FROM recording WHERE org_id = ?", orgId)
                .mapTo(Long.class)
                .one();
    }

    void insert(Tx tx, UUID orgId, Recording recording, Instant readyAt) {
        tx.sql()
                .execute(
                        """
                        INSERT INTO recording (org_id, id, title, meeting_id, room_id, room_name, owner_name, started_at,
                            seconds, bytes, state, ready_at, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        orgId,
                        recording.id(),
                        recording.title(),
                        recording.meetingId(),
                        recording.roomId(),
                        recording.roomName(),
                        recording.ownerName(),
                        recording.startedAt(),
                        recording.seconds(),
                        recording.bytes(),
                        recording.state(),
                        readyAt,
                        recording.version());
        changes.record(tx, orgId, CollectionName.RECORDINGS, recording.id(), false);
    }

    Recording rename(Tx tx, UUID orgId, UUID id, String title) {
        tx.sql()
                .execute(
                        "UPDATE recording SET title = ?, version = version + 1 WHERE org_id = ? AND id = ?",
                        title,
                        orgId,
                        id);
        return changed(tx, orgId, id);
    }

    /** Into the bin at an instant, or out of it (null). */
    Recording move(Tx tx, UUID orgId, UUID id, Instant deletedAt) {
        tx.sql().execute("""
                        UPDATE recording SET deleted_at = ?, purge_at = ?, version = version + 1
                        WHERE org_id = ? AND id = ?
                        """, deletedAt, deletedAt == null ? null : deletedAt.plus(Recordings.BIN), orgId, id);
        return changed(tx, orgId, id);
    }

    void purge(Tx tx, UUID orgId, UUID id) {
        tx.sql().execute("DELETE FROM recording WHERE org_id = ? AND id = ?", orgId, id);
        changes.record(tx, orgId, CollectionName.RECORDINGS, id, true);
    }

    static boolean anyDue(Handle sql, Instant now) {
        return sql.select("""
                        SELECT EXISTS (SELECT 1 FROM recording WHERE state = 'processing' AND ready_at <= ?)
                            OR EXISTS (SELECT 1 FROM recording WHERE purge_at IS NOT NULL AND purge_at <= ?)
                        """, now, now).mapTo(Boolean.class).one();
    }

    void makeReady(Tx tx) {
        for (Key key : keys(tx, "state = 'processing' AND ready_at <= ?")) {
            tx.sql().execute("""
                            UPDATE recording SET state = 'ready', ready_at = NULL, version = version + 1
                            WHERE org_id = ? AND id = ?
                            """, key.orgId(), key.id());
            changes.record(tx, key.orgId(), CollectionName.RECORDINGS, key.id(), false);
        }
    }

    void purgeDue(Tx tx, BiConsumer<UUID, Recording> told) {
        for (Key key : keys(tx, "purge_at IS NOT NULL AND purge_at <= ?")) {
            Recording gone = find(tx.sql(), key.orgId(), key.id()).orElseThrow();
            purge(tx, key.orgId(), key.id());
            told.accept(key.orgId(), gone);
        }
    }

    private static List<Key> keys(Tx tx, String due) {
        return tx.sql()
                .select("SELECT org_id, id FROM recording WHERE " + due, tx.now())
                .map((row, _) -> new Key(UUID.fromString(row.getString(1)), UUID.fromString(row.getString(2))))
                .list();
    }

    private Recording changed(Tx tx, UUID orgId, UUID id) {
        changes.record(tx, orgId, CollectionName.RECORDINGS, id, false);
        return find(tx.sql(), orgId, id).orElseThrow();
    }

    private static Recording row(ResultSet row, StatementContext context) throws SQLException {
        String room = row.getString("room_id");
        return new Recording(
                UUID.fromString(row.getString("id")),
                row.getString("title"),
                UUID.fromString(row.getString("meeting_id")),
                room == null ? null : UUID.fromString(room),
                row.getString("room_name"),
                row.getString("owner_name"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                row.getLong("seconds"),
                row.getLong("bytes"),
                RecordingState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                instant(row, "deleted_at"),
                instant(row, "purge_at"),
                row.getLong("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
