package steward.server.organization;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Makes link names out of names. */
final class Slugs {
    private static final int LONGEST = 50;
    private static final String NAMELESS = "organization";

    private Slugs() {}

    /** A link name like the name, free among all organizations. */
    static String free(Handle sql, String name) {
        String base = of(name);
        Set<String> taken = new HashSet<>(
                sql.select("SELECT slug FROM organization WHERE slug = ? OR slug LIKE ?", base, base + "-%")
                        .mapTo(String.class)
                        .list());
        String slug = base;
        for (int i = 2; taken.contains(slug); i++) slug = base + "-" + i;
        return slug;
    }

    /** Latin letters and digits of the name; scripts without any get a plain word. */
    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        if (plain.length() > LONGEST) plain = plain.substring(0, LONGEST).replaceAll("-+$", "");
        return plain.isEmpty() ? NAMELESS : plain;
    }
}
