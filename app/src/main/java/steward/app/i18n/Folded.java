package steward.app.i18n;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A text made for searching: case and accents are ignored, and every hit is given as a span of the text itself. */
public final class Folded {

    /** Part of the text, {@code to} exclusive. */
    public record Span(int from, int to) {}

    /** Letters that Unicode does not take apart. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ς', "σ"));

    private final String text;
    private final String folded;
    private final int[] origin;

    private Folded(String text, String folded, int[] origin) {
        this.text = text;
        this.folded = folded;
        this.origin = origin;
    }

    public static Folded of(String text) {
        var folded = new StringBuilder(text.length());
        int[] origin = new int[text.length() + 1];
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            String letters = fold(codePoint);
            origin = ensure(origin, folded.length() + letters.length() + 1);
            Arrays.fill(origin, folded.length(), folded.length() + letters.length(), at);
            folded.append(letters);
            at += Character.charCount(codePoint);
        }
        return new Folded(text, folded.toString(), Arrays.copyOf(origin, folded.length()));
    }

    /** The words of what was typed, each to be found somewhere. */
    public static List<String> words(String typed) {
        return Arrays.stream(typed.strip().split("\\s+"))
                .map(word -> of(word).folded)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public String text() {
        return text;
    }

    /** The text without case and accents, as it is searched. */
    public String letters() {
        return folded;
    }

    public boolean contains(String foldedWord) {
        return folded.contains(foldedWord);
    }

    /** Whether each word is found somewhere; no words are found everywhere. */
    public boolean containsAll(List<String> foldedWords) {
        return foldedWords.stream().allMatch(folded::contains);
    }

    /** Whether a word of the text begins so: such hits stand first. */
    public boolean hasWordStarting(String foldedWord) {
        for (int at = folded.indexOf(foldedWord); at >= 0; at = folded.indexOf(foldedWord, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    /** The first hit of each word, in order, without overlaps. */
    public List<Span> spans(List<String> foldedWords) {
        boolean[] hit = new boolean[text.length()];
        for (String word : foldedWords) {
            int at = folded.indexOf(word);
            if (at >= 0) {
                int end = at + word.length() < origin.length ? origin[at + word.length()] : text.length();
                Arrays.fill(hit, origin[at], Math.max(end, origin[at] + 1), true);
            }
        }
        return runs(hit);
    }

    private static List<Span> runs(boolean[] hit) {
        List<Span> spans = new ArrayList<>();
        for (int at = 0; at < hit.length; at++) {
            if (hit[at]) {
                int from = at;
                while (at < hit.length && hit[at]) {
                    at++;
                }
                spans.add(new Span(from, at));
            }
        }
        return spans;
    }

    private static String fold(int codePoint) {
        int lower = Character.toLowerCase(codePoint);
        String known = LETTERS.get(lower);
        if (known != null) {
            return known;
        }
        if (lower < 0x80) {
            return Character.toString(lower);
        }
        String apart = Normalizer.normalize(Character.toString(lower), Normalizer.Form.NFKD);
        var base = new StringBuilder();
        apart.codePoints()
                .filter(each -> Character.getType(each) != Character.NON_SPACING_MARK)
                .forEach(base::appendCodePoint);
        return base.toString();
    }

    private static int[] ensure(int[] array, int length) {
        return array.length >= length ? array : Arrays.copyOf(array, Math.max(length, array.length * 2));
    }
}
