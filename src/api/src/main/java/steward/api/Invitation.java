package steward.api;

import java.time.Instant;
import java.util.UUID;

/**
 * An invitation by e-mail.
 *
 * @param name or null
 * @param note or null
 * @param sentAt of the last mail
 */
public record Invitation(
        UUID id,
        String email,
        Role role,
        String name,
        String note,
        InvitationState state,
        String invitedBy,
        Instant invitedAt,
        Instant sentAt,
        Instant expiresAt,
        long version) {
    public Invitation {
        Check.present("id", id);
        Check.present("email", email);
        Check.present("role", role);
        Check.present("state", state);
        Check.present("invitedBy", invitedBy);
        Check.present("invitedAt", invitedAt);
        Check.present("sentAt", sentAt);
        Check.present("expiresAt", expiresAt);
    }
}
