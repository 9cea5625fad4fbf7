package steward.app.rooms;

import java.util.regex.Pattern;
import steward.app.i18n.Folded;

/** Proposes and checks link names: lowercase letters, digits and single hyphens, up to 60 (openapi.yaml, Slug). */
final class LinkName {

    private static final Pattern VALID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    static final int LONGEST = 60;

    private LinkName() {}

    static boolean isValid(String text) {
        return text.length() <= LONGEST && VALID.matcher(text).matches();
    }

    /** "Aula B, 2. Stock" as "aula-b-2-stock"; empty when nothing of it can stand in a link. */
    static String of(String name) {
        String plain = Folded.of(name).letters().replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return cut.replaceAll("^-+|-+$", "");
    }
}
