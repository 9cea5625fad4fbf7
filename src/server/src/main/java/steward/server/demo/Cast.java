package steward.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import steward.api.AccountKind;
import steward.api.EmailAddress;
import steward.api.Role;

/** The accounts to sign in as, the same in every demo; the first is the default. */
record Cast(List<Actor> actors) {
    /**
     * One of them.
     *
     * @param roles by the organization's link name
     */
    record Actor(UUID accountId, String email, String name, AccountKind kind, Map<String, Role> roles) {}

    static Cast read(long seed, Instant now) {
        Dice dice = Dice.of(seed, "cast");
        List<Actor> actors = new ArrayList<>();
        for (String[] line : Lines.of("cast.txt")) {
            Map<String, Role> roles = new LinkedHashMap<>();
            if (line.length > 3) {
                for (String part : line[3].split(",")) {
                    String[] role = part.split(":");
                    roles.put(role[0], Role.valueOf(role[1].toUpperCase(Locale.ROOT)));
                }
            }
            AccountKind kind = AccountKind.valueOf(line[2].toUpperCase(Locale.ROOT));
            actors.add(new Actor(dice.id(now), line[0], line[1], kind, roles));
        }
        return new Cast(actors);
    }

    void insert(Tables tables, Instant now) {
        for (Actor actor : actors) {
            String normal = EmailAddress.parse(actor.email()).normal();
            tables.accounts.row(actor.accountId(), actor.email(), normal, actor.name(), actor.kind(), now);
        }
    }
}
