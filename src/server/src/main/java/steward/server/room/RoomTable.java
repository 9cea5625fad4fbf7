package steward.server.room;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;
import steward.api.NewRoom;
import steward.api.Room;
import steward.api.RoomRecording;
import steward.api.RoomSettings;
import steward.api.WhoMayStart;
import steward.server.db.Rows;
import steward.server.db.Tx;
import steward.server.http.Cursor;

/** The rows of rooms. Thread-safe. */
final class RoomTable {
    private static final String SELECT =
            "SELECT r.*, o.slug AS org_slug FROM room r JOIN organization o ON o.id = r.org_id WHERE r.org_id = :org";

    private final RowMapper<Room> row;

    RoomTable(String links) {
        this.row = (row, context) -> new Room(
                Rows.id(row, "id"),
                row.getString("name"),
                row.getString("slug"),
                links + "/" + row.getString("org_slug") + "/" + row.getString("slug"),
                row.getString("description"),
                new RoomSettings(
                        row.getBoolean("waiting_room"),
                        row.getBoolean("sign_in_required"),
                        row.getString("passcode"),
                        row.getBoolean("join_before_host"),
                        row.getBoolean("mute_on_entry"),
                        Rows.constant(row, "recording", RoomRecording.class),
                        row.getInt("participant_limit"),
                        Rows.constant(row, "who_may_start", WhoMayStart.class)),
                Rows.time(row, "created_at"),
                Rows.time(row, "last_used_at"),
                row.getLong("version"));
    }

    Optional<Room> find(Handle sql, UUID orgId, UUID id) {
        return sql.createQuery(SELECT + " AND r.id = :id")
                .bind("org", orgId)
                .bind("id", id)
                .map(row)
                .findFirst();
    }

    List<Room> byIds(Handle sql, UUID orgId, List<UUID> ids) {
        return sql.createQuery(SELECT + " AND r.id IN (<ids>)")
                .bind("org", orgId)
                .bindList("ids", ids)
                .map(row)
                .list();
    }

    List<Room> page(Handle sql, UUID orgId, Optional<Cursor> cursor, int limit) {
        return sql.createQuery(
                        SELECT + " AND (r.created_at, r.id) > (:at, :id) ORDER BY r.created_at, r.id LIMIT :limit")
                .bind("org", orgId)
                .bind("at", cursor.map(Cursor::key).orElse(Long.MIN_VALUE))
                .bind("id", cursor.map(each -> each.id().toString()).orElse(""))
                .bind("limit", limit)
                .map(row)
                .list();
    }

    void insert(Tx tx, UUID orgId, NewRoom wanted) {
        bound(
                        tx,
                        "INSERT INTO room (org_id, id, name, slug, description, waiting_room, sign_in_required,"
                                + " passcode, join_before_host, mute_on_entry, recording, participant_limit,"
                                + " who_may_start, created_at, version) VALUES (:org, :id, :name, :slug,"
                                + " :description, :waiting, :signIn, :passcode, :before, :mute, :recording, :limit,"
                                + " :starts, :now, 1)",
                        orgId,
                        wanted)
                .bind("now", tx.now())
                .execute();
    }

    void update(Tx tx, UUID orgId, NewRoom wanted) {
        bound(
                        tx,
                        "UPDATE room SET name = :name, slug = :slug, description = :description,"
                                + " waiting_room = :waiting, sign_in_required = :signIn, passcode = :passcode,"
                                + " join_before_host = :before, mute_on_entry = :mute, recording = :recording,"
                                + " participant_limit = :limit, who_may_start = :starts, version = version + 1"
                                + " WHERE org_id = :org AND id = :id",
                        orgId,
                        wanted)
                .execute();
    }

    private static Update bound(Tx tx, String sql, UUID orgId, NewRoom wanted) {
        RoomSettings settings = wanted.settings();
        return tx.sql()
                .createUpdate(sql)
                .bind("org", orgId)
                .bind("id", wanted.id())
                .bind("name", wanted.name())
                .bind("slug", wanted.slug())
                .bind("description", wanted.description())
                .bind("waiting", settings.waitingRoom() ? 1 : 0)
                .bind("signIn", settings.signInRequired() ? 1 : 0)
                .bind("passcode", settings.passcode())
                .bind("before", settings.joinBeforeHost() ? 1 : 0)
                .bind("mute", settings.muteOnEntry() ? 1 : 0)
                .bind("recording", settings.recording())
                .bind("limit", settings.participantLimit())
                .bind("starts", settings.whoMayStart());
    }
}
