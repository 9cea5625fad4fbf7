package steward.api;

import java.util.UUID;

/** One item of a batch that resends or cancels. */
public record InvitationRef(UUID opId, UUID id) {
    public InvitationRef {
        Check.present("opId", opId);
        Check.present("id", id);
    }
}
