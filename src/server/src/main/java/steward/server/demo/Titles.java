package steward.server.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What meetings are called: often in the script of their host. */
final class Titles {
    private final Map<String, List<String>> titles = new HashMap<>();

    Titles() {
        for (String[] line : Lines.of("titles.txt")) titles.put(line[0], Arrays.asList(line[1].split(",")));
    }

    String next(Dice dice, Blueprint blueprint, String script) {
        List<String> own = titles.get(script);
        if (own != null && dice.chance(0.7)) return dice.pick(own);
        return dice.pick(titles.get(blueprint.acme() ? "academic" : "general"));
    }
}
