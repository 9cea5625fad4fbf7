package steward.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.Meeting;
import steward.api.Participant;
import steward.api.Role;
import steward.server.db.Rows;

/** What the simulator knows of one organization: who could meet where, and what runs. Used by one thread. */
final class Stage {
    private static final int MOST_PEOPLE = 400;

    final Blueprint blueprint;
    final UUID orgId;
    final List<Guest> people;
    final List<Place> places;
    final Map<UUID, Running> running = new LinkedHashMap<>();

    /** Somebody who could meet. */
    record Guest(UUID memberId, String name, String email, Role role) {}

    /** A room. */
    record Place(UUID id, boolean forAdmins) {}

    /** A meeting as last seen. */
    record Running(
            UUID id,
            UUID roomId,
            Instant startedAt,
            int plannedMinutes,
            boolean recording,
            List<UUID> present,
            Set<String> names) {
        static Running of(Meeting meeting) {
            List<UUID> present = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (Participant one : meeting.participants()) {
                names.add(one.name());
                if (one.leftAt() == null) present.add(one.id());
            }
            return new Running(
                    meeting.id(),
                    meeting.roomId(),
                    meeting.startedAt(),
                    meeting.plannedMinutes(),
                    meeting.recording(),
                    present,
                    names);
        }

        /** How far it is: 1 at its planned end. */
        double progress(Instant now) {
            return (now.getEpochSecond() - startedAt.getEpochSecond()) / (plannedMinutes * 60.0);
        }
    }

    private Stage(Blueprint blueprint, UUID orgId, List<Guest> people, List<Place> places) {
        this.blueprint = blueprint;
        this.orgId = orgId;
        this.people = people;
        this.places = places;
    }

    static Stage load(Handle sql, Blueprint blueprint, UUID orgId) {
        List<Guest> people = sql.select(
                        "SELECT id, name, email, role FROM member WHERE org_id = ? ORDER BY joined_at, id LIMIT ?",
                        orgId,
                        MOST_PEOPLE)
                .map((row, _) -> new Guest(
                        Rows.id(row, "id"),
                        row.getString("name"),
                        row.getString("email"),
                        Rows.constant(row, "role", Role.class)))
                .list();
        List<Place> places = sql.select(
                        "SELECT id, who_may_start FROM room WHERE org_id = ? ORDER BY created_at, id", orgId)
                .map((row, _) -> new Place(
                        Rows.id(row, "id"), row.getString("who_may_start").equals("admins")))
                .list();
        return new Stage(blueprint, orgId, people, places);
    }

    void seen(Meeting meeting) {
        if (meeting.endedAt() == null) running.put(meeting.id(), Running.of(meeting));
        else running.remove(meeting.id());
    }

    boolean busy(Place place) {
        return running.values().stream().anyMatch(meeting -> place.id().equals(meeting.roomId()));
    }
}
