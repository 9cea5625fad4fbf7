package steward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import steward.api.AccountKind;
import steward.api.CollectionName;
import steward.api.Role;

/** Fills an organization with members: its Owner first, then Admins, then everybody else. */
final class People {
    private static final List<String> NOTES =
            List.of("Works part-time", "On leave until spring", "Contractor", "Covers reception", "Night shift");

    private final Ground ground;
    private final Names names;
    private final Dice dice;
    private final Set<String> taken = new HashSet<>();
    private final List<Person> people = new ArrayList<>();

    private People(Ground ground, Names names) {
        this.ground = ground;
        this.names = names;
        this.dice = ground.dice("people");
    }

    static List<Person> settle(Ground ground, Names names, Cast cast) {
        return new People(ground, names).settle(cast);
    }

    private List<Person> settle(Cast cast) {
        int size = ground.blueprint.members();
        int admins = size < 4 ? 0 : Math.min(8, 1 + size / 60);
        join(cast, Role.OWNER);
        if (people.isEmpty()) join(invent(Role.OWNER));
        join(cast, Role.ADMIN);
        while (people.size() <= admins && people.size() < size) join(invent(Role.ADMIN));
        join(cast, Role.MEMBER);
        while (people.size() < size) join(invent(Role.MEMBER));
        return people;
    }

    private void join(Cast cast, Role role) {
        for (Cast.Actor actor : cast.actors()) {
            if (actor.roles().get(ground.blueprint.slug()) != role) continue;
            taken.add(actor.email());
            UUID memberId = dice.id(ground.createdAt);
            join(new Person(memberId, actor.accountId(), actor.name(), actor.email(), role, joinedAt(role), "latin"));
        }
    }

    private Person invent(Role role) {
        Names.Name name = names.next(dice, ground.blueprint.scripts());
        String mailbox = name.mailbox();
        String email = mailbox + "@" + ground.blueprint.domain();
        for (int n = 2; !taken.add(email); n++) email = mailbox + n + "@" + ground.blueprint.domain();
        Instant joined = joinedAt(role);
        UUID account = dice.id(joined);
        ground.tables.accounts.row(account, email, email, name.text(), AccountKind.USER, joined);
        return new Person(dice.id(joined), account, name.text(), email, role, joined, name.script());
    }

    /** The Owner founds; Admins come early; of the others a few joined this month. */
    private Instant joinedAt(Role role) {
        if (role == Role.OWNER) return ground.createdAt;
        long age = Duration.between(ground.createdAt, ground.now).toSeconds();
        double share = role == Role.ADMIN ? dice.unit() * 0.2 : Math.pow(dice.unit(), 0.7);
        if (role == Role.MEMBER && dice.chance(0.03)) share = 1 - dice.unit() * 0.06;
        return ground.createdAt.plusSeconds(60 + (long) (share * (age - 7200)));
    }

    private void join(Person person) {
        long seq = ground.changed(CollectionName.MEMBERS, person.memberId());
        boolean owner = person.role() == Role.OWNER;
        String inviter = owner
                ? null
                : people.get(dice.below(Math.min(people.size(), 3))).name();
        ground.tables.members.row(
                ground.orgId,
                person.memberId(),
                person.accountId(),
                person.email(),
                person.email(),
                person.name(),
                person.role(),
                seq,
                person.joinedAt(),
                inviter,
                lastActive(person),
                dice.chance(0.02) ? dice.pick(NOTES) : null,
                1);
        people.add(person);
    }

    private Instant lastActive(Person person) {
        if (dice.chance(0.04) && person.role() == Role.MEMBER) return null;
        long since = Duration.between(person.joinedAt(), ground.now).toSeconds();
        long ago = (long) (Math.pow(dice.unit(), 4) * 120 * 86_400);
        return ground.now.minusSeconds(Math.min(ago, since));
    }
}
