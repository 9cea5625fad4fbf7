package steward.people;

import java.util.Optional;
import java.util.Set;
import steward.api.EmailAddress;
import steward.api.Role;

/**
 * A row with its outcome.
 *
 * @param address null when the cell holds none
 * @param role the role it would be invited with, or null when the word is unknown
 * @param suggestion the correction offered, or null
 */
public record CheckedRow(Row row, Outcome outcome, Reason reason, EmailAddress address, Role role, Fix suggestion) {

    public Optional<Fix> fix() {
        return Optional.ofNullable(suggestion);
    }

    /** What should be made visible about the name and the address. */
    public Set<Mark> marks() {
        return Marks.of(row.person());
    }
}
