package steward.app.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import steward.api.EmailAddress;
import steward.api.Invitation;
import steward.api.InvitationState;
import steward.api.Member;
import steward.api.Role;
import steward.people.Lookup;
import steward.store.OperationState;
import steward.store.OrganizationData;
import steward.store.Shown;

/**
 * Who is a member or invited, by address, as one look at the local cache tells it: a hundred thousand rows are checked
 * without a query each. Immutable.
 */
final class KnownPeople implements Lookup {
    private static final int OWN_SHARE = 5;

    private final Map<String, Known> byAddress;
    private final Map<String, UUID> waiting;
    private final Set<String> ownDomains;

    private KnownPeople(Map<String, Known> byAddress, Map<String, UUID> waiting, Set<String> ownDomains) {
        this.byAddress = byAddress;
        this.waiting = waiting;
        this.ownDomains = ownDomains;
    }

    static KnownPeople of(OrganizationData data) {
        Map<String, Known> known = new HashMap<>();
        Map<String, UUID> waiting = new HashMap<>();
        for (Shown<Invitation> shown : data.invitations()) {
            Invitation invitation = shown.now();
            boolean stands = !shown.isLeaving() && !isRefused(shown);
            if (!stands || invitation.state() != InvitationState.PENDING) {
                continue;
            }
            known.put(normal(invitation.email()), invited(invitation));
            if (shown.before() == null && shown.isPending()) {
                waiting.put(normal(invitation.email()), shown.pending().id());
            }
        }
        Map<String, Integer> domains = new HashMap<>();
        Set<String> own = new HashSet<>();
        var members = data.members();
        for (Shown<Member> shown : members) {
            Member member = shown.now();
            String normal = normal(member.email());
            known.put(normal, new Known(Known.State.MEMBER, member.joinedAt(), member.role()));
            String domain = normal.substring(normal.indexOf('@') + 1);
            domains.merge(domain, 1, Integer::sum);
            if (member.role() == Role.OWNER) {
                own.add(domain);
            }
        }
        own.addAll(domains.entrySet().stream()
                .filter(each -> each.getValue() > 1 && each.getValue() * OWN_SHARE >= members.size())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
        return new KnownPeople(known, waiting, Set.copyOf(own));
    }

    /** Staged here before and not taken by the server: nobody is invited by that. */
    private static boolean isRefused(Shown<Invitation> shown) {
        return shown.before() == null && shown.isPending() && shown.pending().state() == OperationState.ATTENTION;
    }

    private static Known invited(Invitation invitation) {
        return new Known(Known.State.INVITED, invitation.sentAt(), invitation.role());
    }

    private static String normal(String email) {
        try {
            return EmailAddress.parse(email).normal();
        } catch (EmailAddress.MalformedException e) {
            // Of a newer server with other rules: compared as it stands
            return email;
        }
    }

    @Override
    public Optional<Known> find(EmailAddress address) {
        return Optional.ofNullable(byAddress.get(address.normal()));
    }

    /** The operation that invites a person and has no answer yet. */
    Optional<UUID> waiting(EmailAddress address) {
        return Optional.ofNullable(waiting.get(address.normal()));
    }

    /** The Owner's domain, and those of a fifth of the members or more. */
    Set<String> ownDomains() {
        return ownDomains;
    }
}
