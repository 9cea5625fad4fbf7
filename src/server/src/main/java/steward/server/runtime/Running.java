package steward.server.runtime;

import org.jdbi.v3.core.Handle;
import steward.api.Action;
import steward.api.Meeting;
import steward.api.ProblemType;
import steward.server.http.Call;
import steward.server.http.ProblemException;

/** Finds the meeting of a call and what the caller is to it. */
final class Running {
    private Running() {}

    /** The call's meeting, which must run. */
    static Meeting of(Call call, Handle sql) {
        Meeting meeting = any(call, sql);
        if (meeting.endedAt() != null) {
            throw ProblemException.current(ProblemType.CONFLICT, "The meeting has ended.", meeting);
        }
        return meeting;
    }

    /** The call's meeting, running or ended. */
    static Meeting any(Call call, Handle sql) {
        return MeetingTable.find(sql, call.orgId(), call.id("meetingId")).orElseThrow(ProblemException::notFound);
    }

    /** Lets through the runtime account, the host, and whom the matrix allows the action. */
    static void requireHostOr(Action action, Call call, Meeting meeting) {
        boolean host =
                call.access().memberId() != null && call.access().memberId().equals(meeting.hostMemberId());
        if (!host && !call.access().runtime()) call.require(action);
    }
}
