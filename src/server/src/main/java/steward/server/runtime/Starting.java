package steward.server.runtime;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.CollectionName;
import steward.api.Ids;
import steward.api.InvalidFieldException;
import steward.api.Meeting;
import steward.api.NewMeeting;
import steward.api.ParticipantRole;
import steward.api.ProblemType;
import steward.api.Role;
import steward.api.RoomRecording;
import steward.api.UsageSample;
import steward.api.WhoMayStart;
import steward.server.billing.Entitlement;
import steward.server.change.Changes;
import steward.server.db.Tx;
import steward.server.http.Answer;
import steward.server.http.Call;
import steward.server.http.ProblemException;
import steward.server.usage.Usage;

/** Starts meetings: who may, where, for how long, and whether a license is free. Thread-safe. */
final class Starting {
    private final Changes changes;
    private final Live live;
    private final RecordingSwitch recording;

    Starting(Changes changes, Live live, RecordingSwitch recording) {
        this.changes = changes;
        this.live = live;
        this.recording = recording;
    }

    private record Host(UUID memberId, String name, String email, Role role) {}

    private record Place(UUID id, String name, RoomRecording recording, WhoMayStart who) {}

    Answer start(Call call, Tx tx) {
        UUID orgId = call.orgId();
        NewMeeting wanted = call.body(NewMeeting.class);
        Host host = host(call, tx.sql(), wanted);
        Optional<Place> place = Optional.ofNullable(wanted.roomId()).map(id -> place(tx.sql(), orgId, id));
        place.ifPresent(room -> check(tx.sql(), orgId, room, host));
        Entitlement entitlement = Entitlement.inForce(tx.sql(), orgId);
        checkNew(tx.sql(), orgId, wanted, entitlement);
        UsageSample sample = Usage.sample(tx.sql(), orgId, tx.now());
        if (sample.inUse() >= sample.owned()) return refused(tx, orgId, host, place, sample);
        insert(tx, orgId, wanted, host, place);
        place.ifPresent(room -> used(tx, orgId, room));
        Meeting meeting = live.started(tx, orgId, wanted.id());
        if (place.isPresent() && place.get().recording() == RoomRecording.AUTOMATIC) {
            meeting = recording.automatic(tx, orgId, meeting);
        }
        return Answer.created(meeting, meeting.version());
    }

    private static Host host(Call call, Handle sql, NewMeeting wanted) {
        UUID id = wanted.hostMemberId();
        if (call.access().runtime()) {
            if (id == null) throw new InvalidFieldException("hostMemberId", "is missing; the runtime names the host");
        } else {
            call.require(steward.api.Action.START_MEETING);
            UUID own = call.access().memberId();
            if (id != null && !id.equals(own)) {
                throw ProblemException.of(
                        ProblemType.FORBIDDEN, "A meeting is started by its host. Start it as yourself.");
            }
            id = own;
        }
        return sql.select("SELECT id, name, email, role FROM member WHERE org_id = ? AND id = ?", call.orgId(), id)
                .map((row, _) -> new Host(
                        UUID.fromString(row.getString("id")),
                        row.getString("name"),
                        row.getString("email"),
                        Role.valueOf(row.getString("role").toUpperCase(java.util.Locale.ROOT))))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private static Place place(Handle sql, UUID orgId, UUID roomId) {
        return sql.select(
                        "SELECT id, name, recording, who_may_start FROM room WHERE org_id = ? AND id = ?",
                        orgId,
                        roomId)
                .map((row, _) -> new Place(
                        UUID.fromString(row.getString("id")),
                        row.getString("name"),
                        RoomRecording.valueOf(row.getString("recording").toUpperCase(java.util.Locale.ROOT)),
                        WhoMayStart.valueOf(row.getString("who_may_start").toUpperCase(java.util.Locale.ROOT))))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private static void check(Handle sql, UUID orgId, Place room, Host host) {
        if (room.who() == WhoMayStart.ADMINS && host.role() == Role.MEMBER) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN, "In the room " + room.name() + " only the Owner and Admins start meetings.");
        }
        boolean busy = sql.select(
                        "SELECT 1 FROM meeting WHERE org_id = ? AND room_id = ? AND ended_at IS NULL", orgId, room.id())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
        if (busy) {
            throw ProblemException.of(
                    ProblemType.ROOM_IN_USE,
                    "A meeting already runs in " + room.name() + ". Join it, or start in another room.");
        }
    }

    private static void checkNew(Handle sql, UUID orgId, NewMeeting wanted, Entitlement entitlement) {
        if (wanted.plannedMinutes() > entitlement.meetingMinutes()) {
            throw new InvalidFieldException(
                    "plannedMinutes", "is longer than the plan's " + entitlement.meetingMinutes() + " minutes");
        }
        MeetingTable.find(sql, orgId, wanted.id()).ifPresent(existing -> {
            throw ProblemException.current(ProblemType.CONFLICT, "A meeting with this id exists already.", existing);
        });
    }

    /** The refusal is kept and counted, so it is an answer and no exception. */
    private Answer refused(Tx tx, UUID orgId, Host host, Optional<Place> place, UsageSample sample) {
        UUID id = Ids.next();
        tx.sql()
                .execute(
                        """
                        INSERT INTO refused_start (org_id, id, at, who, room_name, in_use, owned)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                        orgId,
                        id,
                        tx.now(),
                        host.name(),
                        place.map(Place::name).orElse(null),
                        sample.inUse(),
                        sample.owned());
        changes.record(tx, orgId, CollectionName.REFUSED_STARTS, id, false);
        return Answer.of(ProblemType.NO_LICENSE.problem("All " + sample.owned()
                + " licenses are in use. Wait until a meeting ends, or ask an Admin to add licenses."));
    }

    private static void insert(Tx tx, UUID orgId, NewMeeting wanted, Host host, Optional<Place> place) {
        tx.sql()
                .execute(
                        """
                        INSERT INTO meeting (org_id, id, title, room_id, room_name, host_member_id, host_name, started_at,
                            planned_minutes, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                        """,
                        orgId,
                        wanted.id(),
                        wanted.title(),
                        place.map(Place::id).orElse(null),
                        place.map(Place::name).orElse(null),
                        host.memberId(),
                        host.name(),
                        tx.now(),
                        wanted.plannedMinutes());
        Presence.enter(
                tx,
                orgId,
                wanted.id(),
                new Presence.Person(Ids.next(), host.name(), host.email(), ParticipantRole.HOST));
    }

    /** The room's version stays: using a room is no edit that another edit could miss. */
    private void used(Tx tx, UUID orgId, Place room) {
        tx.sql().execute("UPDATE room SET last_used_at = ? WHERE org_id = ? AND id = ?", tx.now(), orgId, room.id());
        changes.record(tx, orgId, CollectionName.ROOMS, room.id(), false);
    }
}
