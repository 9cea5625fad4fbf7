package steward.server.room;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import steward.api.CollectionName;
import steward.api.InvalidFieldException;
import steward.api.NewRoom;
import steward.api.Page;
import steward.api.ProblemType;
import steward.api.Room;
import steward.server.Platform;
import steward.server.change.Audit.Fact;
import steward.server.db.Tx;
import steward.server.http.Cursor;
import steward.server.http.ProblemException;

/** Persistent rooms. Thread-safe. */
public final class Rooms {
    private final Platform platform;
    private final RoomTable table;

    public Rooms(Platform platform) {
        this.platform = platform;
        this.table = new RoomTable(platform.options().meetingLinks());
        platform.changes().loader(CollectionName.ROOMS, this::load);
    }

    public Optional<Room> find(Handle sql, UUID orgId, UUID id) {
        return table.find(sql, orgId, id);
    }

    public Room get(Handle sql, UUID orgId, UUID id) {
        return find(sql, orgId, id).orElseThrow(ProblemException::notFound);
    }

    Page<Room> page(Handle sql, UUID orgId, Optional<Cursor> cursor, int limit) {
        return Cursor.page(
                table.page(sql, orgId, cursor, limit + 1),
                limit,
                each -> new Cursor(each.createdAt().toEpochMilli(), each.id()));
    }

    public Room create(Tx tx, UUID orgId, NewRoom wanted) {
        if (find(tx.sql(), orgId, wanted.id()).isPresent()) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "A room with this id exists already. Use a new id for a new one.");
        }
        checkSlug(tx, orgId, wanted);
        checkLimit(tx, orgId, wanted);
        table.insert(tx, orgId, wanted);
        Room made = get(tx.sql(), orgId, wanted.id());
        platform.changes().record(tx, orgId, CollectionName.ROOMS, made.id(), false);
        platform.audit().created(tx, orgId, fact("create", made), made);
        return made;
    }

    /** Takes the room over as it is wanted; the same is nothing to do. */
    public Room edit(Tx tx, UUID orgId, Room before, NewRoom wanted) {
        if (wanted.equals(asWanted(before))) return before;
        checkSlug(tx, orgId, wanted);
        if (wanted.settings().participantLimit() != before.settings().participantLimit()) {
            checkLimit(tx, orgId, wanted);
        }
        table.update(tx, orgId, wanted);
        Room after = get(tx.sql(), orgId, before.id());
        platform.changes().record(tx, orgId, CollectionName.ROOMS, after.id(), false);
        platform.audit().changed(tx, orgId, fact("edit", after), before, after);
        return after;
    }

    /** Deletes a room nobody meets in; its recordings stay. */
    public void delete(Tx tx, UUID orgId, Room room) {
        boolean inUse = tx.sql()
                .select("SELECT 1 FROM meeting WHERE org_id = ? AND room_id = ? AND ended_at IS NULL", orgId, room.id())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
        if (inUse) {
            throw ProblemException.current(
                    ProblemType.ROOM_IN_USE,
                    "A meeting runs in this room. Wait for its end, or end it, then delete the room.",
                    room);
        }
        tx.sql().execute("DELETE FROM room WHERE org_id = ? AND id = ?", orgId, room.id());
        platform.changes().record(tx, orgId, CollectionName.ROOMS, room.id(), true);
        platform.audit().removed(tx, orgId, fact("delete", room), room);
    }

    /** Notes that a meeting began in it; no edit, so its version stays. */
    public void used(Tx tx, UUID orgId, UUID id) {
        tx.sql().execute("UPDATE room SET last_used_at = ? WHERE org_id = ? AND id = ?", tx.now(), orgId, id);
        platform.changes().record(tx, orgId, CollectionName.ROOMS, id, false);
    }

    static NewRoom asWanted(Room room) {
        return new NewRoom(room.id(), room.name(), room.slug(), room.description(), room.settings());
    }

    private void checkSlug(Tx tx, UUID orgId, NewRoom wanted) {
        boolean taken = tx.sql()
                .select(
                        "SELECT 1 FROM room WHERE org_id = ? AND slug = ? AND id <> ?",
                        orgId,
                        wanted.slug(),
                        wanted.id())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
        if (taken) {
            throw ProblemException.field(
                    ProblemType.SLUG_TAKEN,
                    "slug",
                    "Another room has the link name " + wanted.slug() + ". Choose another one.");
        }
    }

    private static void checkLimit(Tx tx, UUID orgId, NewRoom wanted) {
        int most = tx.sql()
                .select("SELECT participant_limit FROM subscription WHERE org_id = ?", orgId)
                .mapTo(Integer.class)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        if (wanted.settings().participantLimit() > most) {
            throw new InvalidFieldException("settings.participantLimit", "is more than the plan's " + most);
        }
    }

    private Map<UUID, Room> load(Handle sql, UUID orgId, Collection<UUID> ids) {
        return table.byIds(sql, orgId, List.copyOf(ids)).stream()
                .collect(Collectors.toMap(Room::id, Function.identity()));
    }

    private static Fact fact(String action, Room of) {
        return new Fact("room." + action, "room", of.id(), of.name());
    }
}
