package steward.api;

import java.util.UUID;

/**
 * One item of a batch of invitations.
 *
 * @param name or null
 * @param note or null
 */
public record NewInvitation(UUID opId, UUID id, String email, Role role, String name, String note) {
    public NewInvitation {
        Check.present("opId", opId);
        Check.present("id", id);
        Check.text("email", email, 1, 254);
        Check.present("role", role);
        Check.optionalText("name", name, 100);
        Check.optionalText("note", note, 500);
    }
}
