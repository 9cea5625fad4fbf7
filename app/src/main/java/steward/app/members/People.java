package steward.app.members;

import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import steward.api.EmailAddress;
import steward.api.InvitationState;
import steward.api.Role;
import steward.app.i18n.Folded;
import steward.store.OrganizationData;
import steward.store.Shown;

/**
 * Everyone of an organization as last known. Immutable; made off the FX thread.
 *
 * @param known false when nothing was ever pulled, which is not the same as empty
 * @param syncedAt when it was right, or null
 * @param rows newest first
 * @param counts how many each filter shows
 * @param adminSeats the Owner and the Admins
 */
record People(
        boolean known, Instant syncedAt, List<PersonRow> rows, Map<PeopleFilter, Integer> counts, int adminSeats) {

    static People read(OrganizationData data, Locale language) {
        Collator collator = Collator.getInstance(language);
        collator.setStrength(Collator.SECONDARY);
        List<PersonRow> rows = new ArrayList<>();
        data.members()
                .forEach(member -> rows.add(new PersonRow(
                        member,
                        null,
                        collator.getCollationKey(member.now().name()),
                        Folded.of(member.now().name() + " " + member.now().email()))));
        data.invitations().stream().filter(People::stillInvitation).forEach(invitation -> {
            String name =
                    PersonRow.nameOf(invitation.now().name(), invitation.now().email());
            rows.add(new PersonRow(
                    null,
                    invitation,
                    collator.getCollationKey(name),
                    Folded.of(name + " " + invitation.now().email())));
        });
        return of(data.known(), data.syncedAt().orElse(null), rows);
    }

    static People of(boolean known, Instant syncedAt, List<PersonRow> unordered) {
        List<PersonRow> rows = new ArrayList<>(unordered);
        rows.sort(Comparator.comparing(PersonRow::since).reversed());
        Map<PeopleFilter, Integer> counts = new EnumMap<>(PeopleFilter.class);
        for (PeopleFilter filter : PeopleFilter.values()) {
            counts.put(filter, (int) rows.stream().filter(filter::takes).count());
        }
        int seats = (int) rows.stream()
                .filter(row -> row.isMember() && (row.role() == Role.OWNER || row.role() == Role.ADMIN))
                .count();
        return new People(known, syncedAt, List.copyOf(rows), Map.copyOf(counts), seats);
    }

    /** An accepted invitation is shown as the member it made. */
    private static boolean stillInvitation(Shown<steward.api.Invitation> invitation) {
        return invitation.now().state() != InvitationState.ACCEPTED;
    }

    /** Of members and of those invited and waited for, in normal form. */
    Set<String> addresses() {
        return rows.stream()
                .filter(row -> row.isMember() || row.state() == PersonState.PENDING)
                .map(row -> EmailAddress.parse(row.email()).normal())
                .collect(Collectors.toSet());
    }

    int accepted() {
        return counts.get(PeopleFilter.ACCEPTED);
    }

    int pending() {
        return counts.get(PeopleFilter.PENDING);
    }

    /** Members and those who may still become one. */
    int total() {
        return accepted() + pending();
    }
}
