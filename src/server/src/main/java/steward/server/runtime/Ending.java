package steward.server.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.Action;
import steward.api.EndMeeting;
import steward.api.Meeting;
import steward.server.change.Audit;
import steward.server.db.Tx;
import steward.server.http.Answer;
import steward.server.http.Call;

/** Ends meetings: at once, with notice when the time has come, and all of them after the server was down. Thread-safe. */
final class Ending {
    private final Live live;
    private final RecordingSwitch recording;
    private final Audit audit;

    Ending(Live live, RecordingSwitch recording, Audit audit) {
        this.live = live;
        this.recording = recording;
        this.audit = audit;
    }

    /** A running meeting and whoever announced its end. */
    record Due(UUID orgId, UUID id, String by) {}

    /** Ending what has ended already is nothing to do. */
    Answer end(Call call, Tx tx) {
        Meeting meeting = Running.any(call, tx.sql());
        Running.requireHostOr(Action.END_MEETING, call, meeting);
        if (meeting.endedAt() != null) return Answer.ok(meeting, meeting.version());
        EndMeeting wanted = call.body(EndMeeting.class);
        Meeting after = wanted.inMinutes() == 0
                ? now(tx, call.orgId(), meeting, wanted.message())
                : announce(tx, call.orgId(), meeting, wanted);
        if (!call.access().runtime()) {
            String action = wanted.inMinutes() == 0 ? "meeting.end" : "meeting.announce-end";
            Audit.Fact fact = new Audit.Fact(action, "meeting", meeting.id(), meeting.title());
            audit.created(tx, call.orgId(), fact, wanted);
        }
        return Answer.ok(after, after.version());
    }

    static List<Due> due(Handle sql, Instant now) {
        return select(sql, "SELECT org_id, id, ended_by FROM meeting WHERE ended_at IS NULL AND ends_at <= ?", now);
    }

    static List<Due> running(Handle sql) {
        return select(sql, "SELECT org_id, id, ended_by FROM meeting WHERE ended_at IS NULL");
    }

    /** @param at when it ended: now, or when the server stopped looking */
    void close(Tx tx, Due due, Instant at) {
        Meeting meeting = MeetingTable.find(tx.sql(), due.orgId(), due.id()).orElseThrow();
        close(tx, due, meeting, at.isBefore(meeting.startedAt()) ? meeting.startedAt() : at);
    }

    private Meeting now(Tx tx, UUID orgId, Meeting meeting, String message) {
        tx.sql()
                .execute(
                        "UPDATE meeting SET ends_at = NULL, end_message = ? WHERE org_id = ? AND id = ?",
                        message,
                        orgId,
                        meeting.id());
        return close(tx, new Due(orgId, meeting.id(), tx.actor().name()), meeting, tx.now());
    }

    private Meeting announce(Tx tx, UUID orgId, Meeting meeting, EndMeeting wanted) {
        tx.sql()
                .execute(
                        "UPDATE meeting SET ends_at = ?, end_message = ?, ended_by = ? WHERE org_id = ? AND id = ?",
                        tx.now().plus(Duration.ofMinutes(wanted.inMinutes())),
                        wanted.message(),
                        tx.actor().name(),
                        orgId,
                        meeting.id());
        return live.changed(tx, orgId, meeting.id());
    }

    private Meeting close(Tx tx, Due due, Meeting meeting, Instant at) {
        recording.finish(tx, due.orgId(), meeting, at);
        tx.sql().execute("""
                        UPDATE participant SET left_at = MAX(joined_at, ?)
                        WHERE org_id = ? AND meeting_id = ? AND left_at IS NULL
                        """, at, due.orgId(), due.id());
        tx.sql().execute("""
                        UPDATE meeting SET ended_at = ?, ended_by = ?, version = version + 1 WHERE org_id = ? AND id = ?
                        """, at, due.by(), due.orgId(), due.id());
        return live.ended(tx, due.orgId(), due.id());
    }

    private static List<Due> select(Handle sql, String query, Object... arguments) {
        return sql.select(query, arguments)
                .map((row, _) ->
                        new Due(UUID.fromString(row.getString(1)), UUID.fromString(row.getString(2)), row.getString(3)))
                .list();
    }
}
