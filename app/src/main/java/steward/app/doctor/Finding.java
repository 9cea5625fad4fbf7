package steward.app.doctor;

import java.util.function.UnaryOperator;
import steward.app.i18n.Messages;

/**
 * One thing that was looked at.
 *
 * @param remedy what can be done about it, or empty
 */
public record Finding(Level level, String text, String remedy) {

    /** How it stands with it. */
    public enum Level {
        OK,
        /** Works, but not as it could. */
        NOTE,
        BROKEN
    }

    static Finding ok(String key, Object... arguments) {
        return new Finding(Level.OK, Messages.text("doctor.finding." + key, arguments), "");
    }

    /** Its remedy has the same key, with {@code .remedy}. */
    static Finding note(String key, Object... arguments) {
        return new Finding(
                Level.NOTE,
                Messages.text("doctor.finding." + key, arguments),
                Messages.text("doctor.finding." + key + ".remedy"));
    }

    /** Its remedy has the same key, with {@code .remedy}. */
    static Finding broken(String key, Object... arguments) {
        return new Finding(
                Level.BROKEN,
                Messages.text("doctor.finding." + key, arguments),
                Messages.text("doctor.finding." + key + ".remedy"));
    }

    public Finding with(UnaryOperator<String> change) {
        return new Finding(level, change.apply(text), change.apply(remedy));
    }

    /** For a person, with what can be done in a line of its own. */
    public String line() {
        String said = Messages.text("doctor.line." + level.name().toLowerCase(java.util.Locale.ROOT), text);
        return remedy.isEmpty() ? said : said + System.lineSeparator() + Messages.text("doctor.line.remedy", remedy);
    }
}
