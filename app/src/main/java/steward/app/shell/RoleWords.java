package steward.app.shell;

import steward.api.Role;
import steward.app.i18n.Messages;

/** Roles as people read them. */
public final class RoleWords {

    private RoleWords() {}

    public static String of(Role role) {
        return Messages.text(
                switch (role) {
                    case OWNER -> "shell.role.owner";
                    case ADMIN -> "shell.role.admin";
                    case MEMBER -> "shell.role.member";
                    case SUPPORT -> "shell.role.support";
                });
    }
}
