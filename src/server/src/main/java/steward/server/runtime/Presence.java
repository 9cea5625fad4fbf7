package steward.server.runtime;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.EmailAddress;
import steward.api.JoinMeeting;
import steward.api.LeaveMeeting;
import steward.api.Meeting;
import steward.api.Participant;
import steward.api.ParticipantRole;
import steward.api.ProblemType;
import steward.server.billing.Entitlement;
import steward.server.db.Tx;
import steward.server.http.Answer;
import steward.server.http.Call;
import steward.server.http.ProblemException;

/** Who comes and goes; a member speaks for itself only, the runtime account for everybody. Thread-safe. */
final class Presence {
    private final Live live;

    Presence(Live live) {
        this.live = live;
    }

    /** Somebody who enters; the e-mail may be null. */
    record Person(UUID id, String name, String email, ParticipantRole role) {}

    /** Joining twice is joining once; who left comes back as a new participant, so that times stay true. */
    Answer join(Call call, Tx tx) {
        UUID orgId = call.orgId();
        Meeting meeting = Running.of(call, tx.sql());
        JoinMeeting wanted = call.body(JoinMeeting.class);
        checkOwn(call, wanted.email());
        Optional<Participant> there = participant(meeting, wanted.participantId());
        if (there.isPresent()) {
            if (there.get().leftAt() == null) return Answer.ok(meeting, meeting.version());
            throw ProblemException.of(
                    ProblemType.CONFLICT, "This participant has left. Join again as a new participant.");
        }
        checkRoomFor(tx.sql(), orgId, meeting);
        Person person = new Person(wanted.participantId(), wanted.name(), wanted.email(), wanted.role());
        enter(tx, orgId, meeting.id(), person);
        Meeting after = live.changed(tx, orgId, meeting.id());
        return Answer.ok(after, after.version());
    }

    Answer leave(Call call, Tx tx) {
        Meeting meeting = Running.of(call, tx.sql());
        UUID id = call.body(LeaveMeeting.class).participantId();
        Participant there = participant(meeting, id).orElseThrow(ProblemException::notFound);
        checkOwn(call, there.email());
        if (there.leftAt() != null) return Answer.ok(meeting, meeting.version());
        tx.sql()
                .execute(
                        "UPDATE participant SET left_at = ? WHERE org_id = ? AND meeting_id = ? AND id = ?",
                        tx.now(),
                        call.orgId(),
                        meeting.id(),
                        id);
        Meeting after = live.changed(tx, call.orgId(), meeting.id());
        return Answer.ok(after, after.version());
    }

    static void enter(Tx tx, UUID orgId, UUID meetingId, Person person) {
        tx.sql().execute("""
                        INSERT INTO participant (org_id, meeting_id, id, name, email, role, joined_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """, orgId, meetingId, person.id(), person.name(), person.email(), person.role(), tx.now());
    }

    private static Optional<Participant> participant(Meeting meeting, UUID id) {
        return meeting.participants().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    private static void checkOwn(Call call, String email) {
        if (call.access().runtime()) return;
        if (email != null && normal(email).equals(normal(call.account().email()))) return;
        throw ProblemException.of(
                ProblemType.FORBIDDEN, "You can join and leave only as yourself, with the e-mail of your account.");
    }

    private static String normal(String email) {
        try {
            return EmailAddress.parse(email).normal();
        } catch (EmailAddress.MalformedException e) {
            return email;
        }
    }

    private static void checkRoomFor(Handle sql, UUID orgId, Meeting meeting) {
        int most = Entitlement.inForce(sql, orgId).participants();
        if (meeting.roomId() != null) {
            most = Math.min(
                    most,
                    sql.select(
                                    "SELECT participant_limit FROM room WHERE org_id = ? AND id = ?",
                                    orgId,
                                    meeting.roomId())
                            .mapTo(Integer.class)
                            .findFirst()
                            .orElse(most));
        }
        long present = meeting.participants().stream()
                .filter(one -> one.leftAt() == null)
                .count();
        if (present >= most) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "The meeting is full: " + most + " people is the most it takes.");
        }
    }
}
