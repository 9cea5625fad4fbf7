package steward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import steward.api.CollectionName;
import steward.api.InvitationState;
import steward.api.Role;

/** Invitations of an organization: pending, accepted lately, canceled and expired ones. */
final class Guests {
    private static final Duration VALID = Duration.ofDays(7);
    private static final Duration LATELY = Duration.ofDays(60);

    private final Ground ground;
    private final Names names;
    private final List<Person> people;
    private final Dice dice;
    private final Set<String> taken = new HashSet<>();

    private Guests(Ground ground, Names names, List<Person> people) {
        this.ground = ground;
        this.names = names;
        this.people = people;
        this.dice = ground.dice("invitations");
    }

    static void invite(Ground ground, Names names, List<Person> people) {
        if (!ground.blueprint.empty()) new Guests(ground, names, people).invite();
    }

    private void invite() {
        boolean acme = ground.blueprint.acme();
        int size = ground.blueprint.members();
        int pending = acme ? 41 : Math.min(30, size / 40 + dice.below(3));
        for (int i = 0; i < pending; i++) {
            // The first nine of acme expire within two days.
            int hours = acme && i < 9 ? dice.between(121, 166) : dice.between(1, 118);
            invite(InvitationState.PENDING, ground.now.minus(Duration.ofMinutes(hours * 60L + dice.below(55))));
        }
        for (int i = 0; i < (acme ? 14 : size / 100); i++) invite(InvitationState.EXPIRED, days(8, 50));
        for (int i = 0; i < (acme ? 9 : size / 200); i++) invite(InvitationState.CANCELED, days(1, 50));
        people.stream()
                .filter(person -> person.role() != Role.OWNER)
                .filter(person -> person.joinedAt().isAfter(ground.now.minus(LATELY)))
                .forEach(this::accepted);
    }

    private Instant days(int least, int most) {
        return ground.now.minus(Duration.ofHours(24L * dice.between(least, most) + dice.between(1, 20)));
    }

    private void invite(InvitationState state, Instant at) {
        Names.Name name = names.next(dice, ground.blueprint.scripts());
        String mailbox = name.mailbox() + ".guest";
        String email = mailbox + "@" + ground.blueprint.domain();
        for (int n = 2; !taken.add(email); n++) email = mailbox + n + "@" + ground.blueprint.domain();
        boolean named = dice.chance(0.7);
        Role role = dice.chance(0.05) ? Role.ADMIN : Role.MEMBER;
        row(new Guest(email, named ? name.text() : null, role, state, at, null));
    }

    private void accepted(Person person) {
        Role role = person.role() == Role.ADMIN ? Role.ADMIN : Role.MEMBER;
        Instant at = person.joinedAt().minus(Duration.ofMinutes(dice.between(5, 3000)));
        row(new Guest(person.email(), person.name(), role, InvitationState.ACCEPTED, at, person));
    }

    private record Guest(String email, String name, Role role, InvitationState state, Instant at, Person member) {}

    private void row(Guest guest) {
        UUID id = dice.id(guest.at());
        Person inviter = people.get(dice.below(Math.min(people.size(), 4)));
        ground.tables.invitations.row(
                ground.orgId,
                id,
                guest.email(),
                guest.email(),
                guest.role(),
                guest.name(),
                null,
                guest.state(),
                inviter.name(),
                guest.at(),
                guest.at(),
                guest.at().plus(VALID),
                dice.id(guest.at()).toString(),
                guest.member() == null ? null : guest.member().memberId(),
                guest.state() == InvitationState.PENDING ? 1 : 2);
        mail(id, guest);
        ground.changed(CollectionName.INVITATIONS, id);
        ground.audit(
                dice, inviter, new Ground.Deed(guest.at(), "invitation.send", "invitation", id, guest.email(), null));
        if (guest.member() != null) {
            Person member = guest.member();
            ground.audit(
                    dice,
                    member,
                    new Ground.Deed(
                            member.joinedAt(), "member.join", "member", member.memberId(), member.name(), null));
        }
    }

    private void mail(UUID invitationId, Guest guest) {
        UUID id = dice.id(guest.at());
        ground.tables.mails.row(
                ground.orgId,
                id,
                invitationId,
                id + "@steward.invalid",
                guest.email(),
                "Invitation to " + ground.blueprint.name(),
                "You are invited to join " + ground.blueprint.name() + ".",
                guest.at(),
                guest.at());
    }
}
