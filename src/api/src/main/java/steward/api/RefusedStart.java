package steward.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A start refused because all licenses were in use.
 *
 * @param roomName or null
 */
public record RefusedStart(UUID id, Instant at, String who, String roomName, int inUse, int owned) {
    public RefusedStart {
        Check.present("id", id);
        Check.present("at", at);
        Check.present("who", who);
    }
}
