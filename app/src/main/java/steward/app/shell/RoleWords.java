package steward.app.shell;

import java.util.Locale;
import steward.api.PlanId;
import steward.api.Role;
import steward.app.control.Badge;
import steward.app.control.Tone;
import steward.app.i18n.Messages;

/** Role and plan in words, as they stand beside an organization's name everywhere. */
public final class RoleWords {
    private RoleWords() {}

    public static String of(Role role) {
        return Messages.text("shell.role." + role.name().toLowerCase(Locale.ROOT));
    }

    public static String of(PlanId plan) {
        return Messages.text("shell.plan." + plan.name().toLowerCase(Locale.ROOT));
    }

    public static Badge badge(Role role) {
        return new Badge(of(role), tone(role));
    }

    static Tone tone(Role role) {
        return switch (role) {
            case OWNER, ADMIN -> Tone.ACCENT;
            case MEMBER -> Tone.NEUTRAL;
            case SUPPORT -> Tone.WARNING;
        };
    }
}
