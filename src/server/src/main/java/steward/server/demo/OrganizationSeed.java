package steward.server.demo;

import java.util.List;
import java.util.Map;
import steward.api.CollectionName;

/** Makes one organization of the demo. */
final class OrganizationSeed {
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "acme", "Teaching, research and a choir. Ask the IT service desk for rooms and licenses.",
            "aurora-health", "Hospitals and clinics in nine countries.",
            "norra-energi", "Power for the north.",
            "harbor-school", "Languages by the sea, evenings too.");

    private final Names names = new Names();
    private final Titles titles = new Titles();
    private final Spaces spaces = new Spaces();

    void plant(Ground ground, Cast cast) {
        ground.changed(CollectionName.ORGANIZATION, ground.orgId);
        List<Person> people = People.settle(ground, names, cast);
        Guests.invite(ground, names, people);
        List<Spaces.Space> rooms = spaces.plan(ground);
        Agenda agenda = new Agenda(ground, people, rooms, titles);
        agenda.hold(History.of(ground.blueprint, ground.seed, ground.now, rooms.size()));
        Spaces.insert(ground, rooms, agenda.lastUsed());
        new Shelf(ground, people).fill(agenda.recorded());
        Contracts.sign(ground, people);
        found(ground, people.getFirst());
    }

    private static void found(Ground ground, Person owner) {
        Blueprint blueprint = ground.blueprint;
        Dice dice = ground.dice("organization");
        String logo = blueprint.empty() || !dice.chance(0.75) ? null : Mark.draw(blueprint.accent(), dice);
        ground.audit(
                dice,
                owner,
                new Ground.Deed(
                        ground.createdAt, "organization.create", "organization", ground.orgId, blueprint.name(), null));
        ground.tables.organizations.row(
                ground.orgId,
                blueprint.slug(),
                blueprint.name(),
                DESCRIPTIONS.getOrDefault(blueprint.slug(), ""),
                blueprint.accent(),
                logo,
                logo == null ? null : 1,
                logo == null ? 0 : 1,
                ground.createdAt,
                1,
                ground.lastSeq(),
                0L);
    }
}
