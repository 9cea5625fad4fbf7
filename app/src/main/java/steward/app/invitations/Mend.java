package steward.app.invitations;

import java.util.ArrayList;
import java.util.List;
import steward.api.Role;
import steward.app.i18n.Messages;
import steward.app.shell.RoleWords;
import steward.people.CheckedRow;

/**
 * One way to mend a row, for the button at its end and for its menu alike.
 *
 * @param words what is done, as "Use gmail.com"
 */
record Mend(Kind kind, String words, Runnable run) {

    /** The name of each is a part of node ids and message keys. */
    enum Kind {
        USE,
        ASIS,
        CORRECT,
        TYPE,
        SHORTEN,
        INCLUDE,
        ASMEMBER,
        ROLE;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What fits the row's outcome, the likeliest first. */
    static List<Mend> of(CheckedRow row, CheckTable table) {
        return switch (row.outcome()) {
            case ATTENTION -> attention(row, table);
            case SKIPPED -> List.of(mend(Kind.INCLUDE, () -> table.model().include(row)));
            case NOT_ALLOWED -> List.of(mend(Kind.ASMEMBER, () -> table.model().role(row, Role.MEMBER)));
            default -> List.of();
        };
    }

    private static List<Mend> attention(CheckedRow row, CheckTable table) {
        Mend asIs = mend(Kind.ASIS, () -> table.model().keepAsIs(row));
        return switch (row.reason().code()) {
            case UNKNOWN_ROLE, OWNER_ROLE -> roles(row, table);
            case TOO_MANY_CELLS -> List.of(asIs);
            case NAME_TOO_LONG -> List.of(mend(Kind.SHORTEN, () -> table.edit(row, Typing.Part.NAME)));
            case NOTE_TOO_LONG -> List.of(mend(Kind.SHORTEN, () -> table.editNote(row)));
            case DOMAIN_TYPO, DOMAIN_LOOKALIKE -> withFix(row, table, asIs);
            case NO_ADDRESS -> List.of(mend(Kind.TYPE, () -> table.edit(row, Typing.Part.EMAIL)));
            default -> withFix(row, table, mend(Kind.CORRECT, () -> table.edit(row, Typing.Part.EMAIL)));
        };
    }

    private static List<Mend> withFix(CheckedRow row, CheckTable table, Mend other) {
        List<Mend> both = new ArrayList<>();
        row.fix()
                .ifPresent(fix -> both.add(
                        new Mend(Kind.USE, Messages.text("invitations.fix.use", fix.shown()), () -> table.model()
                                .takeFix(row))));
        both.add(other);
        return both;
    }

    /** As what the row can be invited. */
    static List<Mend> roles(CheckedRow row, CheckTable table) {
        List<Mend> roles = new ArrayList<>();
        for (Role role : List.of(Role.MEMBER, Role.ADMIN)) {
            if (role == Role.MEMBER || table.mayInviteAdmins()) {
                roles.add(new Mend(
                        Kind.ROLE, RoleWords.of(role), () -> table.model().role(row, role)));
            }
        }
        return roles;
    }

    private static Mend mend(Kind kind, Runnable run) {
        return new Mend(kind, Messages.text("invitations.fix." + kind.id()), run);
    }
}
