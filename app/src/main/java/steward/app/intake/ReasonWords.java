package steward.app.intake;

import java.time.Instant;
import java.util.List;
import steward.api.Role;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.RoleWords;
import steward.people.CheckedRow;
import steward.people.Mark;
import steward.people.Outcome;
import steward.people.Reason;
import steward.people.UnreadableFileException;

/** The codes of the reader in words. */
public final class ReasonWords {
    private ReasonWords() {}

    public static String of(CheckedRow row) {
        return of(row.reason(), row.role());
    }

    /** @param role what the row would be invited as; of a row that is not, anything */
    public static String of(Reason reason, Role role) {
        return switch (reason.code()) {
            case READY -> text("intake.reason.READY", role == Role.ADMIN ? 1 : 0);
            case MEMBER_SINCE -> since("MEMBER_SINCE", reason.args());
            case INVITED_SINCE -> since("INVITED_SINCE", reason.args());
            case INVITED_WITH_OTHER_ROLE -> since("INVITED_WITH_OTHER_ROLE", reason.args());
            case MAY_NOT_INVITE_AS ->
                reason.args().getFirst().equals(Role.MEMBER.name())
                        ? text("intake.reason.MAY_NOT_INVITE_AS.anybody")
                        : text(
                                "intake.reason.MAY_NOT_INVITE_AS",
                                RoleWords.of(Role.valueOf(reason.args().getFirst())));
            case NAME_TOO_LONG, NOTE_TOO_LONG, TOO_MANY_CELLS, SEVERAL_ADDRESSES, SAME_AS_ROW ->
                text(
                        "intake.reason." + reason.code(),
                        Long.parseLong(reason.args().getFirst()));
            case SKIPPED_SUSPENDED ->
                reason.args().getFirst().isEmpty()
                        ? text("intake.reason.SKIPPED_SUSPENDED.unnamed")
                        : text("intake.reason.SKIPPED_SUSPENDED", reason.args().getFirst());
            default -> text("intake.reason." + reason.code(), reason.args().toArray());
        };
    }

    /** Args: since when (may be empty), role now (may be empty). */
    private static String since(String code, List<String> args) {
        String role = args.get(1).isEmpty() ? "" : RoleWords.of(Role.valueOf(args.get(1)));
        return args.getFirst().isEmpty()
                ? text("intake.reason." + code + ".undated", role)
                : text("intake.reason." + code, Formats.current().day(Instant.parse(args.getFirst())), role);
    }

    /** What can deceive the eye about a row, or an empty text. */
    public static String marks(CheckedRow row) {
        return String.join(
                " ",
                row.marks().stream()
                        .sorted()
                        .map(mark -> text("intake.mark." + mark.name()))
                        .toList());
    }

    /** Whether the mark is about the address. */
    public static boolean ofAddress(Mark mark) {
        return mark == Mark.ADDRESS_MIXES_SCRIPTS || mark == Mark.ADDRESS_HIDES_CHARACTERS;
    }

    public static String of(Outcome outcome) {
        return text("intake.outcome." + outcome.name());
    }

    /** What a source is not, and why; sizes and numbers as the user writes them. */
    public static String of(UnreadableFileException problem) {
        Object[] args = problem.args().stream().map(ReasonWords::number).toArray();
        return switch (problem.kind()) {
            case FILE_TOO_LARGE ->
                text("intake.unreadable.FILE_TOO_LARGE", Formats.current().bytes((Long) args[0]));
            case FIELD_TOO_LARGE ->
                text("intake.unreadable.FIELD_TOO_LARGE" + ((Long) args[0] == 0 ? ".somewhere" : ""), args);
            default -> text("intake.unreadable." + problem.kind().name(), args);
        };
    }

    private static Object number(String arg) {
        return arg.matches("\\d{1,18}") ? (Object) Long.valueOf(arg) : arg;
    }

    private static String text(String key, Object... arguments) {
        return Messages.text(key, arguments);
    }
}
