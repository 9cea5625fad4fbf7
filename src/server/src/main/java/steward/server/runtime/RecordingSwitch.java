package steward.server.runtime;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import steward.api.Action;
import steward.api.Meeting;
import steward.api.ProblemType;
import steward.api.RecordMeeting;
import steward.api.RoomRecording;
import steward.server.billing.Billing;
import steward.server.change.Audit;
import steward.server.db.Tx;
import steward.server.http.Answer;
import steward.server.http.Call;
import steward.server.http.ProblemException;
import steward.server.recording.Recordings;

/** Turns recording on and off; off makes a recording. Thread-safe. */
final class RecordingSwitch {
    private final Live live;
    private final Recordings recordings;
    private final Billing billing;
    private final Audit audit;

    RecordingSwitch(Live live, Recordings recordings, Billing billing, Audit audit) {
        this.live = live;
        this.recordings = recordings;
        this.billing = billing;
        this.audit = audit;
    }

    Answer record(Call call, Tx tx) {
        UUID orgId = call.orgId();
        Meeting meeting = Running.of(call, tx.sql());
        Running.requireHostOr(Action.MANAGE_RECORDINGS, call, meeting);
        RecordMeeting wanted = call.body(RecordMeeting.class);
        boolean on = wanted.on();
        if (on == meeting.recording()) return Answer.ok(meeting, meeting.version());
        if (on) {
            checkRoom(tx, orgId, meeting);
            if (recordings.full(tx.sql(), orgId)) return refused(tx, orgId);
            since(tx, orgId, meeting.id(), tx.now());
        } else {
            finish(tx, orgId, meeting, tx.now());
        }
        if (!call.access().runtime()) {
            Audit.Fact fact = new Audit.Fact("meeting.record", "meeting", meeting.id(), meeting.title());
            audit.created(tx, orgId, fact, wanted);
        }
        Meeting after = live.changed(tx, orgId, meeting.id());
        return Answer.ok(after, after.version());
    }

    /** In a room that records by itself; without room for it the meeting goes on unrecorded, and that is counted. */
    Meeting automatic(Tx tx, UUID orgId, Meeting meeting) {
        if (recordings.full(tx.sql(), orgId)) {
            billing.recordingRefused(tx, orgId);
            return meeting;
        }
        since(tx, orgId, meeting.id(), tx.now());
        return live.changed(tx, orgId, meeting.id());
    }

    /** Makes a recording of what was recorded until an instant, if anything was. */
    void finish(Tx tx, UUID orgId, Meeting meeting, Instant until) {
        Optional<Instant> since = MeetingTable.recordingSince(tx.sql(), orgId, meeting.id());
        since.ifPresent(from -> {
            recordings.finish(tx, orgId, meeting, from, until);
            since(tx, orgId, meeting.id(), null);
        });
    }

    /** The refusal is counted, so it is an answer and no exception. */
    private Answer refused(Tx tx, UUID orgId) {
        billing.recordingRefused(tx, orgId);
        return Answer.of(ProblemType.STORAGE_FULL.problem(
                "The storage is full. Ask an Admin to remove recordings for good or to add storage."));
    }

    private static void checkRoom(Tx tx, UUID orgId, Meeting meeting) {
        if (meeting.roomId() == null) return;
        boolean off = tx.sql()
                .select("SELECT recording FROM room WHERE org_id = ? AND id = ?", orgId, meeting.roomId())
                .mapTo(String.class)
                .findFirst()
                .map(RoomRecording.OFF.name().toLowerCase(java.util.Locale.ROOT)::equals)
                .orElse(false);
        if (off) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "Recording is off in this room. An Admin can change that in its settings.");
        }
    }

    private static void since(Tx tx, UUID orgId, UUID id, Instant since) {
        tx.sql().execute("UPDATE meeting SET recording_since = ? WHERE org_id = ? AND id = ?", since, orgId, id);
    }
}
