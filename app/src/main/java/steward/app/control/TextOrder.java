package steward.app.control;

import java.text.Collator;
import java.util.Comparator;
import steward.app.i18n.Formats;

/** The order of words in the user's language; empty goes last. */
final class TextOrder {
    private TextOrder() {}

    static Comparator<String> current() {
        Collator collator = Collator.getInstance(Formats.current().locale());
        collator.setStrength(Collator.SECONDARY);
        return Comparator.nullsLast(
                Comparator.<String, Boolean>comparing(String::isEmpty).thenComparing(text -> unbarred(text), collator));
    }

    /** The JDK's rules put letters with a bar after z in most languages; they belong beside the plain ones. */
    private static String unbarred(String text) {
        return text.replace('Ł', 'L').replace('ł', 'l').replace('Đ', 'D').replace('đ', 'd');
    }
}
