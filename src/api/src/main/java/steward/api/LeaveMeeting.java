package steward.api;

import java.util.UUID;

/** A person leaves a meeting (runtime). */
public record LeaveMeeting(UUID participantId) {
    public LeaveMeeting {
        Check.present("participantId", participantId);
    }
}
