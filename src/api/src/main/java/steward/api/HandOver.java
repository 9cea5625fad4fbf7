package steward.api;

import java.util.UUID;

/** Request to make an Admin the Owner (handOverOwnership). */
public record HandOver(UUID memberId) {
    public HandOver {
        Check.present("memberId", memberId);
    }
}
