package steward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import steward.api.CollectionName;
import steward.api.RoomRecording;
import steward.api.WhoMayStart;
import steward.server.billing.Entitlement;

/** Rooms of an organization. */
final class Spaces {
    private static final String ACADEMIC = "academic";
    private final Map<String, List<String>> names = new HashMap<>();

    /** A room as far as meetings need it. */
    record Space(UUID id, String name, String slug, RoomRecording recording, WhoMayStart who, Instant createdAt) {}

    Spaces() {
        for (String[] line : Lines.of("rooms.txt")) names.put(line[0], Arrays.asList(line[1].split(",")));
    }

    List<Space> plan(Ground ground) {
        Blueprint blueprint = ground.blueprint;
        Dice dice = ground.dice("rooms");
        List<String> all = names.get(blueprint.acme() ? ACADEMIC : "general");
        int count = blueprint.empty()
                ? 0
                : blueprint.acme() ? all.size() : Math.min(all.size(), 1 + blueprint.members() / 12);
        long age = Duration.between(ground.createdAt, ground.now).toSeconds();
        List<Space> spaces = new ArrayList<>();
        for (String name : all.subList(0, count)) {
            Instant created = ground.createdAt.plusSeconds(600 + (long) (dice.unit() * (age - 100 * 86_400)));
            spaces.add(new Space(dice.id(created), name, slug(name), recording(dice), who(dice), created));
        }
        return spaces;
    }

    /** @param lastUsed by room, missing where nobody ever met */
    static void insert(Ground ground, List<Space> spaces, Map<UUID, Instant> lastUsed) {
        Dice dice = ground.dice("room settings");
        int most = Entitlement.of(ground.blueprint.choice()).participants();
        for (Space space : spaces) {
            ground.tables.rooms.row(
                    ground.orgId,
                    space.id(),
                    space.name(),
                    space.slug(),
                    dice.chance(0.2) ? "Seats " + dice.between(4, 120) + " on site" : "",
                    dice.chance(0.4),
                    dice.chance(0.3),
                    dice.chance(0.25) ? String.valueOf(dice.between(100_000, 999_999)) : null,
                    dice.chance(0.5),
                    dice.chance(0.5),
                    space.recording(),
                    dice.chance(0.3) ? Math.min(most, 25 * dice.between(1, 4)) : most,
                    space.who(),
                    space.createdAt(),
                    lastUsed.get(space.id()),
                    1);
            ground.changed(CollectionName.ROOMS, space.id());
        }
    }

    private static RoomRecording recording(Dice dice) {
        double u = dice.unit();
        return u < 0.15 ? RoomRecording.OFF : u < 0.93 ? RoomRecording.HOST : RoomRecording.AUTOMATIC;
    }

    private static WhoMayStart who(Dice dice) {
        return dice.chance(0.06) ? WhoMayStart.ADMINS : WhoMayStart.MEMBERS;
    }

    private static String slug(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace("’", "").replaceAll("[^a-z0-9]+", "-");
    }
}
