package steward.app.intake;

import java.util.List;
import steward.people.CheckedRow;
import steward.people.Domains;
import steward.people.Tally;

/**
 * What a check came to, beside its rows. Immutable.
 *
 * @param domains the most frequent first, of what would be sent
 * @param outside ready rows outside the organization's own domains
 * @param ownDomains how many domains are its own
 */
public record Preview(Tally tally, List<Domains.Line> domains, long outside, int ownDomains) {

    /** @param rows all, ordered for showing */
    public record Whole(Preview preview, List<CheckedRow> rows) {}

    /** @param changed rows that are other than before, in the order they changed: of one row the last counts */
    public record Part(Preview preview, List<CheckedRow> changed) {}
}
