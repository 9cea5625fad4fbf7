package steward.people;

import java.time.Instant;
import java.util.Optional;
import steward.api.EmailAddress;
import steward.api.Role;

/** What is known of an address in the organization; handed in, so that this room need not know where it is kept. */
@FunctionalInterface
public interface Lookup {

    /** Nobody is known. */
    Lookup NOBODY = address -> Optional.empty();

    /** Asked once a row, by {@link EmailAddress#normal()}. */
    Optional<Known> find(EmailAddress address);

    /**
     * @param since when the person joined or was invited, or null when unknown
     */
    record Known(State state, Instant since, Role role) {
        public enum State {
            MEMBER,
            INVITED
        }
    }
}
