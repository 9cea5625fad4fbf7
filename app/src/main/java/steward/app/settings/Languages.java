package steward.app.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;

/** The languages the program's texts exist in; nothing else is offered. */
public final class Languages {
    private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.GERMAN);

    private Languages() {}

    /** English, and each other whose bundle of the window itself was delivered. */
    public static List<Locale> existing() {
        return KNOWN.stream().filter(Languages::exists).toList();
    }

    /** The chosen one, else the system's when it exists, else English. */
    public static Locale inUse(String chosenTag) {
        Locale wanted = chosenTag == null ? Locale.getDefault() : Locale.forLanguageTag(chosenTag);
        return Stream.concat(existing().stream(), Stream.of(Locale.ENGLISH))
                .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** Everything is said in the {@link #inUse} one from now on, with the system's formats where they fit it. */
    public static void speak(String chosenTag) {
        Locale language = inUse(chosenTag);
        Locale system = Locale.getDefault(Locale.Category.FORMAT);
        Locale formats = system.getLanguage().equals(language.getLanguage()) ? system : language;
        Messages.use(Messages.in(language, formats));
        Formats.use(new Formats(formats, ZoneId.systemDefault()));
    }

    /** As its own speakers write it. */
    public static String name(Locale locale) {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    private static boolean exists(Locale locale) {
        return locale.equals(Locale.ENGLISH)
                || Languages.class.getResource("/steward/app/shell/messages_" + locale.getLanguage() + ".properties")
                        != null;
    }
}
