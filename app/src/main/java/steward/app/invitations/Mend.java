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
        ROLE,
        ALL;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What fits the row's outcome, the likeliest first. */
    static List<Mend> of(CheckedRow row, CheckTable table) {
        return switch (row.outcome()) {
            case ATTENTION -> attention(row, table);
            case SKIPPED ->
                List.of(mend(Kind.INCLUDE, () -> table.model().fixes().include(row)));
            case NOT_ALLOWED ->
                List.of(mend(Kind.ASMEMBER, () -> table.model().fixes().role(row, Role.MEMBER)));
            default -> List.of();
        };
    }

    private static List<Mend> attention(CheckedRow row, CheckTable table) {
        Mend asIs = mend(Kind.ASIS, () -> table.model().fixes().keepAsIs(row));
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
                                .fixes()
                                .take(row))));
        both.add(other);
        return both;
    }

    /** What mends all rows like that one at once; nothing when there is no other. */
    static List<Mend> all(CheckedRow row, CheckTable table) {
        Fixes fixes = table.model().fixes();
        int count = fixes.alike().of(row);
        if (count < 2) {
            return List.of();
        }
        return switch (row.reason().code()) {
            case UNKNOWN_ROLE, OWNER_ROLE, MAY_NOT_INVITE_AS -> rolesOfAll(row, count, table);
            case DOMAIN_TYPO, DOMAIN_LOOKALIKE ->
                List.of(new Mend(
                        Kind.ALL,
                        Messages.text("invitations.fix.useAll", row.suggestion().shown(), count),
                        () -> fixes.takeAll(row)));
            default ->
                List.of(new Mend(
                        Kind.ALL, Messages.text("invitations.fix.correctAll", count), () -> fixes.takeAll(row)));
        };
    }

    private static List<Mend> rolesOfAll(CheckedRow row, int count, CheckTable table) {
        return possible(table).stream()
                .map(role -> new Mend(
                        Kind.ALL,
                        Messages.text("invitations.fix.roleOfAll", RoleWords.of(role), count),
                        () -> table.model().fixes().roleForAll(row, role)))
                .toList();
    }

    private static List<Role> possible(CheckTable table) {
        return table.mayInviteAdmins() ? List.of(Role.MEMBER, Role.ADMIN) : List.of(Role.MEMBER);
    }

    /** As what the row can be invited. */
    static List<Mend> roles(CheckedRow row, CheckTable table) {
        return possible(table).stream()
                .map(role -> new Mend(Kind.ROLE, RoleWords.of(role), () -> table.model()
                        .fixes()
                        .role(row, role)))
                .toList();
    }

    private static Mend mend(Kind kind, Runnable run) {
        return new Mend(kind, Messages.text("invitations.fix." + kind.id()), run);
    }
}
