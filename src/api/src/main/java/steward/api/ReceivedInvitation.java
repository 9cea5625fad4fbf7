package steward.api;

import java.time.Instant;

/**
 * A pending invitation addressed to the account.
 */
public record ReceivedInvitation(String code, String organizationName, Role role, String invitedBy, Instant expiresAt) {
    public ReceivedInvitation {
        Check.present("code", code);
        Check.present("organizationName", organizationName);
        Check.present("role", role);
        Check.present("invitedBy", invitedBy);
        Check.present("expiresAt", expiresAt);
    }
}
