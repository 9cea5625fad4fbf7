package steward.server.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Invented people's names in several scripts. */
final class Names {
    private final Map<String, Script> scripts = new HashMap<>();

    /**
     * A name.
     *
     * @param mailbox its spelling before the at sign
     */
    record Name(String text, String mailbox, String script) {}

    private record Part(String text, String latin) {}

    private record Script(String order, List<Part> given, List<Part> family) {}

    Names() {
        for (String[] line : Lines.of("names.txt")) {
            scripts.put(line[0], new Script(line[1], parts(line[2]), parts(line[3])));
        }
    }

    Name next(Dice dice, List<String> among) {
        String name = dice.pick(among);
        Script script = scripts.get(name);
        Part given = dice.pick(script.given());
        Part family = dice.pick(script.family());
        String text =
                switch (script.order()) {
                    case "family-first" -> family.text() + " " + given.text();
                    case "family-first-joined" -> family.text() + given.text();
                    default -> given.text() + " " + family.text();
                };
        return new Name(text, given.latin() + "." + family.latin(), name);
    }

    private static List<Part> parts(String list) {
        return Arrays.stream(list.split(",")).map(Names::part).toList();
    }

    private static Part part(String text) {
        int equals = text.indexOf('=');
        if (equals > 0) return new Part(text.substring(0, equals), text.substring(equals + 1));
        return new Part(text, text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }
}
