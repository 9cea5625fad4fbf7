package steward.app.members;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import steward.api.AuditRecord;
import steward.app.i18n.Messages;

/** Lines of the audit log as short sentences about one person. */
final class ActivityWords {
    private ActivityWords() {}

    /** "Invited by Ada", "Changed a room: Aula B". */
    static String of(AuditRecord audit, PersonRow person) {
        boolean own = audit.actorEmail().equalsIgnoreCase(person.email());
        String key = (own ? "members.activity.own." : "members.activity.about.") + audit.action();
        String words = Messages.text(key, audit.objectName(), audit.actorName());
        if (!words.equals(key)) {
            return words;
        }
        // An action of a newer server: its own name, readable
        return Messages.text(
                own ? "members.activity.other" : "members.activity.otherBy",
                audit.action().replace('.', ' ').replace('_', ' '),
                audit.objectName(),
                audit.actorName());
    }

    static Ikon icon(AuditRecord audit) {
        return switch (audit.objectType().toLowerCase(Locale.ROOT)) {
            case "room" -> Feather.LAYOUT;
            case "meeting" -> Feather.VIDEO;
            case "recording" -> Feather.FILM;
            case "invitation" -> Feather.MAIL;
            case "member" -> Feather.USER;
            case "subscription", "billing" -> Feather.CREDIT_CARD;
            default -> Feather.EDIT_2;
        };
    }
}
