package steward.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A person who accepted an invitation.
 *
 * @param invitedBy or null
 * @param lastActiveAt or null
 * @param note or null
 */
public record Member(
        UUID id,
        String email,
        String name,
        Role role,
        Instant joinedAt,
        String invitedBy,
        Instant lastActiveAt,
        String note,
        long version) {
    public Member {
        Check.present("id", id);
        Check.present("email", email);
        Check.present("name", name);
        Check.present("role", role);
        Check.present("joinedAt", joinedAt);
    }
}
