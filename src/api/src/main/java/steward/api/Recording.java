package steward.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A recording of a meeting.
 *
 * @param roomId or null
 * @param roomName or null
 * @param deletedAt or null
 * @param purgeAt or null
 */
public record Recording(
        UUID id,
        String title,
        UUID meetingId,
        UUID roomId,
        String roomName,
        String ownerName,
        Instant startedAt,
        long seconds,
        long bytes,
        RecordingState state,
        Instant deletedAt,
        Instant purgeAt,
        long version) {
    public Recording {
        Check.present("id", id);
        Check.present("title", title);
        Check.present("meetingId", meetingId);
        Check.present("ownerName", ownerName);
        Check.present("startedAt", startedAt);
        Check.present("state", state);
    }
}
