package steward.people;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import steward.api.Role;

/**
 * What the person importing may do and has decided.
 *
 * @param actor their own role in the organization
 * @param roleForAll the role everyone gets whatever the file says
 * @param includeSuspended invite people the file calls suspended, too
 * @param ownDomains the organization's own domains, in ASCII form: near misses of these are pointed out
 * @param acceptedDomains domains a person has looked at and keeps
 */
public record Policy(
        Role actor,
        Optional<Role> roleForAll,
        boolean includeSuspended,
        Set<String> ownDomains,
        Set<String> acceptedDomains) {

    public Policy {
        ownDomains = Set.copyOf(ownDomains);
        acceptedDomains = Set.copyOf(acceptedDomains);
    }

    public static Policy of(Role actor) {
        return new Policy(actor, Optional.empty(), false, Set.of(), Set.of());
    }

    public Policy withRoleForAll(Optional<Role> role) {
        return new Policy(actor, role, includeSuspended, ownDomains, acceptedDomains);
    }

    public Policy withSuspended(boolean include) {
        return new Policy(actor, roleForAll, include, ownDomains, acceptedDomains);
    }

    public Policy withOwnDomains(Collection<String> domains) {
        return new Policy(actor, roleForAll, includeSuspended, Set.copyOf(domains), acceptedDomains);
    }

    public Policy accepting(String domain) {
        Set<String> more = new TreeSet<>(acceptedDomains);
        more.add(domain);
        return new Policy(actor, roleForAll, includeSuspended, ownDomains, more);
    }
}
