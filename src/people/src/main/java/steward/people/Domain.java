package steward.people;

import java.net.IDN;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Doubts about the domain of an address: a slip of the hand, or an imitation. */
final class Domain {
    private static final List<String> PROVIDERS = List.of(
            "gmail.com",
            "googlemail.com",
            "hotmail.com",
            "outlook.com",
            "yahoo.com",
            "icloud.com",
            "protonmail.com",
            "hotmail.co.uk",
            "hotmail.fr",
            "yahoo.co.uk",
            "yahoo.fr",
            "yahoo.de",
            "outlook.de",
            "outlook.fr",
            "live.com",
            "aol.com",
            "msn.com",
            "me.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "t-online.de");
    private static final Map<String, String> TOP_LEVEL_SLIPS = Map.ofEntries(
            Map.entry("con", "com"),
            Map.entry("cmo", "com"),
            Map.entry("ocm", "com"),
            Map.entry("vom", "com"),
            Map.entry("xom", "com"),
            Map.entry("cpm", "com"),
            Map.entry("comm", "com"),
            Map.entry("coom", "com"),
            Map.entry("ogr", "org"),
            Map.entry("orgg", "org"),
            Map.entry("nte", "net"),
            Map.entry("nett", "net"));
    /** Shorter names have too many honest neighbors. */
    private static final int SHORTEST = 5;

    private static final int LONG = 12;

    private Domain() {}

    /** @param meant the domain probably meant */
    record Doubt(String meant, boolean lookalike) {}

    /** Answers for the domains of one import; remembers, as few domains make up most rows. Not thread-safe. */
    static final class Advice {
        private static final int REMEMBERED = 10_000;
        private final Set<String> own;
        private final Set<String> accepted;
        private final Map<String, Optional<Doubt>> known = new HashMap<>();

        Advice(Set<String> own, Set<String> accepted) {
            this.own = own;
            this.accepted = accepted;
        }

        Optional<Doubt> on(String domain) {
            Optional<Doubt> before = known.get(domain);
            if (before != null) return before;
            Optional<Doubt> doubt = find(domain);
            if (known.size() < REMEMBERED) known.put(domain, doubt);
            return doubt;
        }

        private Optional<Doubt> find(String domain) {
            if (own.contains(domain) || accepted.contains(domain) || PROVIDERS.contains(domain)) {
                return Optional.empty();
            }
            return imitated(domain, own)
                    .or(() -> imitated(domain, PROVIDERS))
                    .or(() -> slip(domain, own))
                    .or(() -> slip(domain, PROVIDERS))
                    .or(() -> topLevel(domain));
        }
    }

    private static Optional<Doubt> imitated(String domain, Iterable<String> models) {
        String shape = Lookalikes.shape(IDN.toUnicode(domain));
        for (String model : models) {
            boolean same = Lookalikes.shape(IDN.toUnicode(model)).equals(shape);
            if (same && name(model).length() >= SHORTEST) return Optional.of(new Doubt(model, true));
        }
        return Optional.empty();
    }

    private static Optional<Doubt> slip(String domain, Iterable<String> models) {
        String mended = topLevel(domain).map(Doubt::meant).orElse(domain);
        for (String model : models) {
            if (mended.equals(model) || near(mended, model)) return Optional.of(new Doubt(model, false));
        }
        return Optional.empty();
    }

    /** A top level that does not exist and is one slip from one that does. */
    private static Optional<Doubt> topLevel(String domain) {
        int dot = domain.lastIndexOf('.');
        String meant = TOP_LEVEL_SLIPS.get(domain.substring(dot + 1));
        return meant == null ? Optional.empty() : Optional.of(new Doubt(domain.substring(0, dot + 1) + meant, false));
    }

    /** First letters are rarely mistyped, and other top levels are other organizations. */
    private static boolean near(String domain, String model) {
        String name = name(model);
        String typed = name(domain);
        if (name.length() < SHORTEST || typed.isEmpty() || name.charAt(0) != typed.charAt(0)) return false;
        if (!domain.substring(typed.length()).equals(model.substring(name.length()))) return false;
        if (differsInDigits(typed, name)) return false;
        return distance(typed, name) <= (name.length() >= LONG ? 2 : 1);
    }

    /** Names told apart by a number are told apart on purpose: site1 and site2. */
    private static boolean differsInDigits(String a, String b) {
        return !a.replaceAll("\\D", "").equals(b.replaceAll("\\D", ""));
    }

    private static String name(String domain) {
        return domain.substring(0, domain.indexOf('.'));
    }

    /** Damerau-Levenshtein: letters changed, left out, put in, or two neighbors swapped. */
    static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 2) return 3;
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return d[a.length()][b.length()];
    }
}
