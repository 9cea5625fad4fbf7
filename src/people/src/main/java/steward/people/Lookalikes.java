package steward.people;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that look like others. */
final class Lookalikes {
    private static final String FOREIGN = "аеорсухіїјѕԁһӏқмтвнкԛԝɡοαρνικυωсց";
    private static final String LATIN = "aeopcyxiijsdhlkmtbhkqwgoapvikuwcg";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");

    private Lookalikes() {}

    /** What is left when letters that look alike are one: two texts of the same shape can be taken for each other. */
    static String shape(String text) {
        StringBuilder shape = new StringBuilder(text.length());
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            int at = FOREIGN.indexOf(c);
            shape.append(at >= 0 ? LATIN.charAt(at) : c);
        }
        return shape.toString()
                .replace("rn", "m")
                .replace("vv", "w")
                .replace('0', 'o')
                .replace('1', 'l');
    }

    /** Whether a single word mixes scripts that nobody writes together. */
    static boolean mixesScripts(String text) {
        for (String word : BETWEEN_WORDS.split(text)) {
            if (scripts(word).size() > 1) return true;
        }
        return false;
    }

    private static Set<UnicodeScript> scripts(String word) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        word.codePoints().map(Lookalikes::script).forEach(script -> {
            if (script >= 0) scripts.add(UnicodeScript.values()[script]);
        });
        return scripts;
    }

    /** Japanese, Chinese and Korean mix their own scripts. */
    private static int script(int c) {
        return switch (UnicodeScript.of(c)) {
            case COMMON, INHERITED, UNKNOWN -> -1;
            case HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, HAN -> UnicodeScript.HAN.ordinal();
            case UnicodeScript other -> other.ordinal();
        };
    }
}
