package steward.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A running or ended meeting.
 *
 * @param roomId or null
 * @param roomName or null
 * @param hostMemberId or null
 * @param endsAt announced end, or null
 * @param endMessage or null
 * @param endedAt or null
 * @param endedBy or null
 */
public record Meeting(
        UUID id,
        String title,
        UUID roomId,
        String roomName,
        UUID hostMemberId,
        String hostName,
        Instant startedAt,
        int plannedMinutes,
        boolean recording,
        Instant endsAt,
        String endMessage,
        Instant endedAt,
        String endedBy,
        List<Participant> participants,
        long version) {
    public Meeting {
        Check.present("id", id);
        Check.present("title", title);
        Check.present("hostName", hostName);
        Check.present("startedAt", startedAt);
        participants = List.copyOf(participants);
    }
}
