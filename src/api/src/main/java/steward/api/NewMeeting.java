package steward.api;

import java.util.UUID;

/**
 * Request to start a meeting.
 *
 * @param roomId or null
 * @param hostMemberId null: the caller
 */
public record NewMeeting(UUID id, String title, UUID roomId, UUID hostMemberId, int plannedMinutes) {
    public NewMeeting {
        Check.present("id", id);
        Check.text("title", title, 1, 200);
        Check.range("plannedMinutes", plannedMinutes, 15, 2400);
    }
}
