package steward.app.rooms;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Proposes and checks link names: lowercase letters, digits and single hyphens, up to 60 (openapi.yaml, Slug). */
final class LinkName {

    private static final Pattern VALID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 60;

    private LinkName() {}

    static boolean isValid(String text) {
        return text.length() <= LONGEST && VALID.matcher(text).matches();
    }

    /** "Aula B, 2. Stock" as "aula-b-2-stock"; empty when nothing of it can stand in a link. */
    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("ł", "l")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return cut.replaceAll("^-+|-+$", "");
    }
}
