package steward.server.demo;

import java.util.List;
import java.util.Locale;
import steward.api.AddOns;
import steward.api.BillingInterval;
import steward.api.PlanChoice;
import steward.api.PlanId;

/**
 * An organization of the demo before it has people and a past.
 *
 * @param running how many meetings the simulator keeps running in it; 0: it is quiet
 */
record Blueprint(
        String slug,
        String name,
        int members,
        PlanChoice choice,
        String accent,
        List<String> scripts,
        Kind kind,
        int running) {
    static final String ACME = "acme";

    /** What is special about it. */
    enum Kind {
        NORMAL,
        /** Its last payment failed. */
        DUNNING,
        /** All its licenses are in use nearly always. */
        LIMIT,
        /** Made a moment ago; nothing in it but its Owner. */
        EMPTY
    }

    static List<Blueprint> all() {
        return Lines.of("organizations.txt").stream().map(Blueprint::read).toList();
    }

    boolean acme() {
        return slug.equals(ACME);
    }

    boolean empty() {
        return kind == Kind.EMPTY;
    }

    boolean paid() {
        return choice.plan() != PlanId.FREE;
    }

    String domain() {
        return slug + ".example";
    }

    private static Blueprint read(String[] line) {
        String[] addOns = line[5].split(",");
        PlanChoice choice = new PlanChoice(
                PlanId.valueOf(upper(line[3])),
                BillingInterval.valueOf(upper(line[4])),
                new AddOns(Integer.parseInt(addOns[0]), Integer.parseInt(addOns[1]), Integer.parseInt(addOns[2])));
        List<String> scripts = List.of(line[7].split(","));
        Kind kind = Kind.valueOf(upper(line[8]));
        return new Blueprint(
                line[0], line[1], Integer.parseInt(line[2]), choice, line[6], scripts, kind, Integer.parseInt(line[9]));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
