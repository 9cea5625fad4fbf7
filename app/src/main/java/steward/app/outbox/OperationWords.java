package steward.app.outbox;

import java.time.Instant;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import steward.api.BatchOutcome;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.FailureWords;
import steward.store.Operation;
import steward.store.OperationKind;
import steward.store.OperationState;
import steward.sync.SendingState;
import tools.jackson.databind.JsonNode;

/** What an operation does and what it waits for, in words. */
final class OperationWords {

    private OperationWords() {}

    /** For example "Invite Thandiwe Nkosi as Member", or "Invite 84 people". */
    static String title(OutboxLine.Item item) {
        Operation operation = item.first();
        if (item.count() > 1) {
            return Messages.text("outbox.many." + key(operation.kind()), item.count());
        }
        return Messages.text("outbox.one." + key(operation.kind()), operation.subject(), role(operation));
    }

    /** Why it stands where it stands. */
    static String reason(OutboxLine.Item item, SendingState sending, Instant now) {
        Operation operation = item.first();
        if (item.inUndoWindow(now)) return Messages.text("outbox.reason.held");
        return switch (operation.state()) {
            case IN_FLIGHT ->
                Messages.text(
                        "outbox.reason.inFlight", Formats.current().clockSeconds(orNow(operation.firstSentAt(), now)));
            case HELD, QUEUED -> queued(operation, sending, now);
            case ATTENTION ->
                operation.problem() == null
                        ? Messages.text("outbox.reason.attention")
                        : FailureWords.of(operation.problem());
            case CANCELED -> Messages.text("outbox.reason.canceled");
            case DONE -> done(operation);
        };
    }

    /** When it leaves, is tried again, or was answered; empty when no time is known. */
    static String time(OutboxLine.Item item, SendingState sending, Instant now) {
        Operation operation = item.first();
        Formats formats = Formats.current();
        if (operation.answeredAt() != null) return formats.clockSeconds(operation.answeredAt());
        if (item.inUndoWindow(now)) return formats.clockSeconds(operation.notBefore());
        if (operation.state() == OperationState.IN_FLIGHT) {
            return formats.clockSeconds(orNow(operation.firstSentAt(), now));
        }
        if (operation.nextAttemptAt() != null && operation.nextAttemptAt().isAfter(now)) {
            return formats.clockSeconds(operation.nextAttemptAt());
        }
        return sending.until() == null ? Messages.text("outbox.time.none") : formats.clockSeconds(sending.until());
    }

    /** The word below the time. */
    static String underTime(OutboxLine.Item item, SendingState sending, Instant now) {
        Operation operation = item.first();
        Formats formats = Formats.current();
        if (operation.answeredAt() != null) return Messages.text("outbox.time.answered");
        if (item.inUndoWindow(now)) return formats.ahead(operation.notBefore(), now);
        return switch (operation.state()) {
            case IN_FLIGHT -> Messages.text("outbox.time.awaited");
            default -> {
                Instant until = operation.nextAttemptAt() != null
                                && operation.nextAttemptAt().isAfter(now)
                        ? operation.nextAttemptAt()
                        : sending.until();
                yield until == null || !until.isAfter(now)
                        ? Messages.text("outbox.time.made", formats.clock(operation.createdAt()))
                        : formats.ahead(until, now);
            }
        };
    }

    static Ikon icon(OperationKind kind) {
        return switch (kind) {
            case INVITE_PERSON, RESEND_INVITATION, CANCEL_INVITATION -> Feather.MAIL;
            case CHANGE_ROLE -> Feather.SHIELD;
            case REMOVE_MEMBER, LEAVE_ORGANIZATION -> Feather.USER_MINUS;
            case CREATE_ROOM, EDIT_ROOM, DELETE_ROOM -> Feather.LAYOUT;
            case EDIT_ORGANIZATION, SET_LOGO, REMOVE_LOGO, CREATE_ORGANIZATION -> Feather.SETTINGS;
            case RENAME_RECORDING, DELETE_RECORDING, RESTORE_RECORDING -> Feather.FILM;
        };
    }

    /** What sending for an organization waits for; empty when there is nothing to say. */
    static String sending(SendingState sending) {
        return switch (sending.state()) {
            case NOTHING_TO_SEND -> "";
            case SENDING -> Messages.text("outbox.sending.sending", sending.inFlight());
            case UNDO_WINDOW -> Messages.text("outbox.sending.undoWindow");
            case BACK_OFF -> Messages.text("outbox.sending.backOff", clock(sending.until()));
            case SERVER_ASKED -> Messages.text("outbox.sending.serverAsked", clock(sending.until()));
            case DISK -> Messages.text("outbox.sending.disk", clock(sending.until()));
            case OFFLINE -> Messages.text("outbox.sending.offline");
            case PAUSED_BY_PERSON -> Messages.text("outbox.sending.paused");
            case NOT_ALLOWED -> Messages.text("outbox.sending.notAllowed");
            case SIGNED_OUT -> Messages.text("outbox.sending.signedOut");
            case STOPPED -> Messages.text("outbox.sending.stopped");
            case BEHIND_ATTENTION -> Messages.text("outbox.sending.behindAttention");
            case SERVER_RESTORED -> Messages.text("outbox.sending.restored");
        };
    }

    private static String queued(Operation operation, SendingState sending, Instant now) {
        if (operation.nextAttemptAt() != null && operation.nextAttemptAt().isAfter(now)) {
            return Messages.text("outbox.reason.again", operation.attempts());
        }
        // what the organization waits for may be the undo window of another
        String waits = sending.state() == SendingState.Wait.UNDO_WINDOW ? "" : sending(sending);
        return waits.isEmpty() ? Messages.text("outbox.reason.queued") : waits;
    }

    private static String done(Operation operation) {
        BatchOutcome outcome = operation.outcome();
        if (outcome == null) return Messages.text("outbox.reason.done");
        return Messages.text("outbox.outcome." + outcome.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static String role(Operation operation) {
        JsonNode role = operation.payload() == null ? null : operation.payload().get("role");
        return role == null ? "" : Messages.text("outbox.role." + role.asString());
    }

    private static String clock(Instant at) {
        return at == null ? "" : Formats.current().clockSeconds(at);
    }

    private static Instant orNow(Instant at, Instant now) {
        return at == null ? now : at;
    }

    private static String key(OperationKind kind) {
        StringBuilder key = new StringBuilder();
        for (String part : kind.name().toLowerCase(java.util.Locale.ROOT).split("_")) {
            key.append(key.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return key.toString();
    }
}
