package steward.server.room;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import steward.api.Json;
import steward.api.NewRoom;
import steward.api.Room;
import steward.server.db.Tx;
import steward.server.http.Answer;
import steward.server.http.Call;
import steward.server.http.Handlers;
import steward.server.http.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rooms: list, make, edit, delete. */
public final class RoomRoutes implements Routes {
    private final Rooms rooms;

    public RoomRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public void register(Handlers on) {
        on.read("listRooms", (call, sql) -> Answer.ok(rooms.page(sql, call.orgId(), call.cursor(), call.limit())));
        on.read("getRoom", (call, sql) -> answer(named(call, sql)));
        on.write("createRoom", (call, tx) -> {
            Room made = rooms.create(tx, call.orgId(), call.body(NewRoom.class));
            return Answer.created(made, made.version());
        });
        on.write("editRoom", this::edit);
        on.write("deleteRoom", this::delete);
    }

    private Answer edit(Call call, Tx tx) {
        Room before = named(call, tx.sql());
        call.matches(before.version(), before);
        ObjectNode wanted = Json.mapper().valueToTree(Rooms.asWanted(before));
        for (Map.Entry<String, JsonNode> field : call.json().properties()) {
            if (field.getKey().equals("settings")) {
                ((ObjectNode) wanted.get("settings")).setAll((ObjectNode) field.getValue());
            } else {
                wanted.set(field.getKey(), field.getValue());
            }
        }
        return answer(rooms.edit(tx, call.orgId(), before, call.with(wanted).body(NewRoom.class)));
    }

    private Answer delete(Call call, Tx tx) {
        Room before = named(call, tx.sql());
        call.matches(before.version(), before);
        rooms.delete(tx, call.orgId(), before);
        return Answer.done();
    }

    private Room named(Call call, Handle sql) {
        return rooms.get(sql, call.orgId(), call.id("roomId"));
    }

    private static Answer answer(Room room) {
        return Answer.ok(room, room.version());
    }
}
