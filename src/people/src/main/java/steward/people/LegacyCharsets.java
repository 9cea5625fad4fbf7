package steward.people;

import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Which legacy encoding makes the most believable words of some bytes. A detector made for running text is only one
 * voice here: a list of names is too short and too foreign for letter statistics alone.
 */
final class LegacyCharsets {
    private static final Pattern WORD = Pattern.compile("[^\\s,;|\"'()<>@.:/0-9_-]+");
    private static final Pattern LINE = Pattern.compile("\\R");
    private static final Pattern CELL = Pattern.compile("[,;|\\t\"]+");
    /** What a known heading is worth beside the letters of a short list. */
    private static final double HEADING = 8;

    private static final String VOWELS = "aeiouáéíóú";
    private static final String WESTERN = "äöüÄÖÜßéèêëàâáãåçñíìîïóòôõúùûøØæÆÉÁÍÓÚÑÇÅŒœÿªº";
    private static final String EASTERN = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžČĎĚŇŘŠŤŮŽÁÉÍÚÝőűŐŰâăîșțşţđĐ";

    /** In order of likelihood; the letters expected of each count more. */
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("windows-1252", WESTERN),
            Map.entry("windows-1250", EASTERN + "äöüÄÖÜß"),
            Map.entry("ISO-8859-2", EASTERN + "äöüÄÖÜß"),
            Map.entry("ISO-8859-15", WESTERN),
            Map.entry("windows-1254", WESTERN + "ığşİĞŞ"),
            Map.entry("windows-1257", "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽąęėįųĄĘĖĮŲäöüõ"),
            Map.entry("IBM850", WESTERN),
            Map.entry("IBM852", EASTERN + "äöüÄÖÜß"),
            Map.entry("IBM857", WESTERN + "ığşİĞŞ"),
            Map.entry("x-MacRoman", WESTERN),
            Map.entry("x-MacCentralEurope", EASTERN + "äöüÄÖÜß"));

    private static final List<String> CANDIDATES = List.of(
            "windows-1252",
            "windows-1250",
            "windows-1254",
            "windows-1257",
            "ISO-8859-2",
            "ISO-8859-15",
            "IBM850",
            "IBM852",
            "IBM857",
            "x-MacRoman",
            "x-MacCentralEurope",
            "windows-1251",
            "KOI8-R",
            "IBM866",
            "ISO-8859-5",
            "x-MacCyrillic",
            "x-IBM737",
            "IBM862",
            "windows-1253",
            "windows-1255",
            "windows-1256",
            "TIS-620",
            "Shift_JIS",
            "windows-31j",
            "EUC-JP",
            "GB18030",
            "Big5",
            "EUC-KR",
            "x-windows-949");

    private LegacyCharsets() {}

    static Charset best(byte[] lines) {
        String detected = detected(lines);
        Charset best = Charset.forName("windows-1252");
        double bestScore = Double.NEGATIVE_INFINITY;
        for (String name : CANDIDATES) {
            if (!Charset.isSupported(name)) continue;
            double score = score(lines, Charset.forName(name), EXPECTED.getOrDefault(name, ""));
            if (name.equalsIgnoreCase(detected)) score += Math.abs(score) * 0.05;
            if (score > bestScore) {
                bestScore = score;
                best = Charset.forName(name);
            }
        }
        return best;
    }

    private static String detected(byte[] lines) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(lines, 0, lines.length);
        detector.dataEnd();
        return detector.getDetectedCharset();
    }

    private static double score(byte[] lines, Charset charset, String expected) {
        CharBuffer text;
        try {
            text = charset.newDecoder().decode(ByteBuffer.wrap(lines));
        } catch (CharacterCodingException e) {
            return Double.NEGATIVE_INFINITY;
        }
        double score = WORD.matcher(text)
                .results()
                .mapToDouble(word -> score(word.group(), expected))
                .sum();
        // Encodings of two bytes a letter have half as many letters to earn by.
        boolean wide = charset.newEncoder().maxBytesPerChar() >= 2;
        return HEADING * headings(text) + (wide && score > 0 ? score * 2.2 : score);
    }

    /** Words of our own lists among the first lines: bytes misread do not come to mean "surname" in any language. */
    private static long headings(CharSequence text) {
        return LINE.splitAsStream(text)
                .limit(3)
                .flatMap(CELL::splitAsStream)
                .filter(cell -> cell.chars().anyMatch(c -> c >= 0x80))
                .filter(cell -> Headings.meaning(cell) != Headings.Meaning.UNKNOWN)
                .count();
    }

    /**
     * No Turkish word begins with a soft g, Portuguese has no õ but before e (the same byte is Hungarian), and Polish no ń
     * before a vowel (the same byte is Spanish).
     */
    private static double score(String word, String expected) {
        double score = 0;
        UnicodeScript script = null;
        int before = ' ';
        int[] letters = word.codePoints().toArray();
        if (letters[0] == 'Ğ' || letters[0] == 'ğ') score -= 2;
        for (int i = 0; i < letters.length; i++) {
            int c = letters[i];
            int after = i + 1 < letters.length ? letters[i + 1] : ' ';
            boolean foreign = (c == 'õ' && after != 'e') || (c == 'ń' && VOWELS.indexOf(after) >= 0);
            if (c >= 0x80) score += foreign ? 0.2 : letter(c, before, expected);
            if (Character.isLowerCase(before) && Character.isUpperCase(c) && (c >= 0x80 || before >= 0x80)) score -= 2;
            UnicodeScript now =
                    Character.isLetter(c) && plainScript(c) != UnicodeScript.COMMON ? plainScript(c) : script;
            if (script != null && now != script) score -= 4;
            script = now;
            before = c;
        }
        return score;
    }

    private static double letter(int c, int before, String expected) {
        if (!Character.isLetter(c)) return Character.getType(c) == Character.NON_SPACING_MARK ? 0.5 : -4;
        boolean latin = plainScript(c) == UnicodeScript.LATIN;
        if (!latin) return rare(c) ? -1 : 1;
        // Two accented letters side by side are rare in Latin names and the rule when another script is misread.
        double pair = before >= 0x80 && Character.isLetter(before) ? -1.5 : 0;
        return pair + (expected.indexOf(c) >= 0 ? 1.1 : 0.2);
    }

    /** Half-width kana and private or compatibility letters are what misread bytes often become. */
    private static boolean rare(int c) {
        return (c >= 0xFF61 && c <= 0xFF9F) || (c >= 0xE000 && c <= 0xFAFF) || c > 0xFFFF;
    }

    /** Kana and Han are written together. */
    private static UnicodeScript plainScript(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA ? UnicodeScript.HAN : script;
    }
}
