package steward.app.invitations;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Role;
import steward.app.control.IconWord;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.RoleWords;
import steward.people.CheckedRow;
import steward.people.Mark;
import steward.people.Outcome;
import steward.people.Reason;
import steward.people.UnreadableFileException;

/** The codes of the reader in words. */
final class ReasonWords {
    private ReasonWords() {}

    static String of(CheckedRow row) {
        return of(row.reason(), row.role());
    }

    /** @param role what the row would be invited as; of a row that is not, anything */
    static String of(Reason reason, Role role) {
        return switch (reason.code()) {
            case READY -> text("invitations.reason.READY", role == Role.ADMIN ? 1 : 0);
            case MEMBER_SINCE -> since("MEMBER_SINCE", reason.args());
            case INVITED_SINCE -> since("INVITED_SINCE", reason.args());
            case INVITED_WITH_OTHER_ROLE -> since("INVITED_WITH_OTHER_ROLE", reason.args());
            case MAY_NOT_INVITE_AS ->
                text(
                        "invitations.reason.MAY_NOT_INVITE_AS",
                        RoleWords.of(Role.valueOf(reason.args().getFirst())));
            case NAME_TOO_LONG, NOTE_TOO_LONG, TOO_MANY_CELLS, SEVERAL_ADDRESSES, SAME_AS_ROW ->
                text(
                        "invitations.reason." + reason.code(),
                        Long.parseLong(reason.args().getFirst()));
            case SKIPPED_SUSPENDED ->
                reason.args().getFirst().isEmpty()
                        ? text("invitations.reason.SKIPPED_SUSPENDED.unnamed")
                        : text(
                                "invitations.reason.SKIPPED_SUSPENDED",
                                reason.args().getFirst());
            default -> text("invitations.reason." + reason.code(), reason.args().toArray());
        };
    }

    /** Args: since when (may be empty), role now (may be empty). */
    private static String since(String code, List<String> args) {
        String role = args.get(1).isEmpty() ? "" : RoleWords.of(Role.valueOf(args.get(1)));
        return args.getFirst().isEmpty()
                ? text("invitations.reason." + code + ".undated", role)
                : text("invitations.reason." + code, Formats.current().day(Instant.parse(args.getFirst())), role);
    }

    /** What can deceive the eye about a row, or an empty text. */
    static String marks(CheckedRow row) {
        return String.join(
                " ",
                row.marks().stream()
                        .sorted()
                        .map(mark -> text("invitations.mark." + mark.name()))
                        .toList());
    }

    /** Whether the mark is about the address. */
    static boolean ofAddress(Mark mark) {
        return mark == Mark.ADDRESS_MIXES_SCRIPTS || mark == Mark.ADDRESS_HIDES_CHARACTERS;
    }

    static String of(Outcome outcome) {
        return text("invitations.outcome." + outcome.name());
    }

    static Ikon icon(Outcome outcome) {
        return switch (outcome) {
            case READY -> Feather.CHECK;
            case ALREADY_MEMBER -> Feather.USER_CHECK;
            case ALREADY_INVITED -> Feather.CLOCK;
            case REPEATED -> Feather.COPY;
            case SKIPPED -> Feather.SKIP_FORWARD;
            case ATTENTION -> Feather.ALERT_TRIANGLE;
            case NOT_ALLOWED -> Feather.LOCK;
        };
    }

    static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case READY -> Tone.SUCCESS;
            case ATTENTION, NOT_ALLOWED -> Tone.WARNING;
            default -> Tone.MUTED;
        };
    }

    static IconWord shown(CheckedRow row) {
        Tone tone = tone(row.outcome());
        return new IconWord(icon(row.outcome()), tone, of(row));
    }

    /** What a source is not, and why; sizes and numbers as the user writes them. */
    static String of(UnreadableFileException problem) {
        Object[] args = problem.args().stream().map(ReasonWords::number).toArray();
        return switch (problem.kind()) {
            case FILE_TOO_LARGE ->
                text("invitations.unreadable.FILE_TOO_LARGE", Formats.current().bytes((Long) args[0]));
            default -> text("invitations.unreadable." + problem.kind().name(), args);
        };
    }

    private static Object number(String arg) {
        return arg.matches("\\d{1,18}") ? (Object) Long.valueOf(arg) : arg;
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String text(String key, Object... arguments) {
        return Messages.text(key, arguments);
    }
}
