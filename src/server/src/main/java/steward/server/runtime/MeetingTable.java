package steward.server.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.Meeting;
import steward.api.Page;
import steward.api.Participant;
import steward.api.ParticipantRole;
import steward.server.http.Cursor;

/** Reads meetings with who is in them. */
final class MeetingTable {
    private MeetingTable() {}

    static Optional<Meeting> find(Handle sql, UUID orgId, UUID id) {
        return Optional.ofNullable(load(sql, orgId, List.of(id)).get(id));
    }

    /** In the order of the ids; what is not there is left out. */
    static Map<UUID, Meeting> load(Handle sql, UUID orgId, Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        Map<UUID, List<Participant>> people = people(sql, orgId, ids);
        Map<UUID, Meeting> found = new HashMap<>();
        sql.createQuery("SELECT * FROM meeting WHERE org_id = :org AND id IN (<ids>)")
                .bind("org", orgId)
                .bindList("ids", List.copyOf(ids))
                .map((row, _) -> meeting(row, people))
                .forEach(meeting -> found.put(meeting.id(), meeting));
        Map<UUID, Meeting> ordered = new LinkedHashMap<>();
        for (UUID id : ids) if (found.containsKey(id)) ordered.put(id, found.get(id));
        return ordered;
    }

    /** Those that run; the others are gone from the collection of changes. */
    static Map<UUID, Meeting> running(Handle sql, UUID orgId, Collection<UUID> ids) {
        Map<UUID, Meeting> all = new LinkedHashMap<>(load(sql, orgId, ids));
        all.values().removeIf(meeting -> meeting.endedAt() != null);
        return all;
    }

    /** Newest first. */
    static Page<Meeting> page(Handle sql, UUID orgId, boolean ended, int limit, Optional<Cursor> after) {
        Cursor from = after.orElse(new Cursor(Long.MAX_VALUE, new UUID(-1, -1)));
        List<UUID> ids = sql.select(
                        "SELECT id FROM meeting WHERE org_id = ? AND ended_at IS " + (ended ? "NOT NULL" : "NULL")
                                + " AND (started_at < ? OR started_at = ? AND id < ?)"
                                + " ORDER BY started_at DESC, id DESC LIMIT ?",
                        orgId,
                        from.key(),
                        from.key(),
                        from.id(),
                        limit + 1)
                .mapTo(UUID.class)
                .list();
        List<Meeting> rows = List.copyOf(load(sql, orgId, ids).values());
        return Cursor.page(rows, limit, last -> new Cursor(last.startedAt().toEpochMilli(), last.id()));
    }

    /** Since when it records, or empty. */
    static Optional<Instant> recordingSince(Handle sql, UUID orgId, UUID id) {
        return sql.select("SELECT recording_since FROM meeting WHERE org_id = ? AND id = ?", orgId, id)
                .mapTo(Instant.class)
                .findFirst();
    }

    private static Map<UUID, List<Participant>> people(Handle sql, UUID orgId, Collection<UUID> meetings) {
        Map<UUID, List<Participant>> people = new HashMap<>();
        sql.createQuery("""
                        SELECT * FROM participant WHERE org_id = :org AND meeting_id IN (<ids>)
                        ORDER BY meeting_id, joined_at, id
                        """)
                .bind("org", orgId)
                .bindList("ids", List.copyOf(meetings))
                .map((row, _) -> Map.entry(UUID.fromString(row.getString("meeting_id")), participant(row)))
                .forEach(each -> people.computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                        .add(each.getValue()));
        return people;
    }

    private static Meeting meeting(ResultSet row, Map<UUID, List<Participant>> people) throws SQLException {
        UUID id = UUID.fromString(row.getString("id"));
        Instant endedAt = instant(row, "ended_at");
        return new Meeting(
                id,
                row.getString("title"),
                id(row, "room_id"),
                row.getString("room_name"),
                id(row, "host_member_id"),
                row.getString("host_name"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                row.getInt("planned_minutes"),
                instant(row, "recording_since") != null,
                instant(row, "ends_at"),
                row.getString("end_message"),
                endedAt,
                endedAt == null ? null : row.getString("ended_by"),
                people.getOrDefault(id, List.of()),
                row.getLong("version"));
    }

    private static Participant participant(ResultSet row) throws SQLException {
        return new Participant(
                UUID.fromString(row.getString("id")),
                row.getString("name"),
                row.getString("email"),
                ParticipantRole.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(row.getLong("joined_at")),
                instant(row, "left_at"));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : UUID.fromString(text);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
