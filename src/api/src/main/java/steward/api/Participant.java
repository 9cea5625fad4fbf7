package steward.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A person in a meeting; one interval of presence.
 *
 * @param email or null
 * @param leftAt or null
 */
public record Participant(UUID id, String name, String email, ParticipantRole role, Instant joinedAt, Instant leftAt) {
    public Participant {
        Check.present("id", id);
        Check.present("name", name);
        Check.present("role", role);
        Check.present("joinedAt", joinedAt);
    }
}
