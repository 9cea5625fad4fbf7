package steward.app.control;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The one or two letters that stand for a name, in any script. */
final class Initials {
    private Initials() {}

    static String of(String name) {
        List<String> words = new ArrayList<>();
        // Of an address only what stands before the @ names someone.
        for (String word : name.replaceFirst("@.*", "").strip().split("[\\s\\p{Punct}&&[^'’-]]+")) {
            if (!word.isEmpty() && Character.isLetterOrDigit(word.codePointAt(0))) {
                words.add(word);
            }
        }
        if (words.isEmpty()) {
            return "?";
        }
        String first = words.getFirst();
        if (isIdeographic(first)) {
            return words.size() > 1 ? first : firstLetter(first);
        }
        String letters = firstLetter(first) + (words.size() > 1 ? firstLetter(words.getLast()) : "");
        return letters.toUpperCase(Locale.ROOT);
    }

    private static boolean isIdeographic(String word) {
        return word.codePointCount(0, word.length()) <= 2 && Character.isIdeographic(word.codePointAt(0));
    }

    /** The first whole letter with its marks: "प्रिया" is not cut within a syllable. */
    private static String firstLetter(String word) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(word);
        return word.substring(0, letters.next());
    }
}
