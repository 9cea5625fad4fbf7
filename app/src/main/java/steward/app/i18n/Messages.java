package steward.app.i18n;

import java.text.Bidi;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Texts by key {@code <feature>.<element>.<aspect>}: the first segment names the package whose bundle holds the key, so
 * no list of bundles exists. Arguments and plurals by {@link MessageFormat}, for example
 * <code>{0,choice,0#No people|1#1 person|1&lt;{0,number} people}</code>. Thread-safe.
 */
public final class Messages {
    private static final char FIRST_STRONG = '\u2068';
    private static final char POP = '\u2069';
    private static volatile Messages current = new Messages(Locale.ENGLISH, Locale.ENGLISH);

    private final Locale language;
    private final Locale formats;
    private final Map<String, Optional<ResourceBundle>> bundles = new ConcurrentHashMap<>();

    private Messages(Locale language, Locale formats) {
        this.language = language;
        this.formats = formats;
    }

    /** Texts in {@code language}, their numbers and dates as {@code formats} writes them. */
    public static Messages in(Locale language, Locale formats) {
        return new Messages(language, formats);
    }

    /** Sets what {@link #text} answers with; called once at the start, before any view is built. */
    public static void use(Messages messages) {
        current = messages;
    }

    /** The text in the language in use. */
    public static String text(String key, Object... arguments) {
        return current.get(key, arguments);
    }

    /** The text, or the key itself when no bundle holds it: a missing word must not stop a window from opening. */
    public String get(String key, Object... arguments) {
        String pattern = bundle(key).map(found -> lookUp(found, key)).orElse(key);
        return new MessageFormat(pattern, formats).format(isolated(arguments));
    }

    /** A name written from right to left must not turn the sentence around it (Unicode UAX #9, isolates). */
    private static Object[] isolated(Object[] arguments) {
        return Stream.of(arguments)
                .map(each -> each instanceof String words && requiresBidi(words) ? FIRST_STRONG + words + POP : each)
                .toArray();
    }

    private static boolean requiresBidi(String words) {
        return Bidi.requiresBidi(words.toCharArray(), 0, words.length());
    }

    private Optional<ResourceBundle> bundle(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? Optional.empty() : bundles.computeIfAbsent(key.substring(0, dot), this::load);
    }

    private Optional<ResourceBundle> load(String feature) {
        try {
            return Optional.of(ResourceBundle.getBundle(
                    "steward.app." + feature + ".messages",
                    language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    private static String lookUp(ResourceBundle bundle, String key) {
        return bundle.containsKey(key) ? bundle.getString(key) : key;
    }
}
