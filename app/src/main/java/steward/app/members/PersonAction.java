package steward.app.members;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import steward.api.Action;
import steward.api.Role;
import steward.app.i18n.Messages;
import steward.store.Operation;
import steward.store.OperationState;

/** What can be done with a person of the table; each says, in words, why it cannot. */
enum PersonAction {
    EDIT_ROLE,
    REMOVE,
    RESEND,
    CANCEL,
    HAND_OVER;

    /** What role and connection allow; the organization's context answers it. */
    @FunctionalInterface
    interface Permission {
        Optional<String> refusal(Action action, boolean onlineOnly);
    }

    /** Rows an action fits, and the first reason why it does not fit the others. */
    record Fitting(List<PersonRow> rows, int leftOut, Optional<String> reason) {
        List<UUID> ids() {
            return rows.stream().map(PersonRow::id).toList();
        }

        /** Why the action is not possible at all; empty when it fits at least one. */
        Optional<String> refusal() {
            return rows.isEmpty() ? reason : Optional.empty();
        }
    }

    Fitting fitting(List<PersonRow> chosen, Permission permission) {
        List<PersonRow> fit = chosen.stream()
                .filter(row -> refusal(row, permission).isEmpty())
                .toList();
        Optional<String> reason = chosen.stream()
                .map(row -> refusal(row, permission))
                .flatMap(Optional::stream)
                .findFirst();
        return new Fitting(fit, chosen.size() - fit.size(), reason);
    }

    Optional<String> refusal(PersonRow row, Permission permission) {
        if (row.isLeaving()) {
            return words("leaving");
        }
        return switch (this) {
            case EDIT_ROLE ->
                !row.isMember()
                        ? words("invitationRole")
                        : row.role() == Role.OWNER
                                ? words("ownerRole")
                                : permission.refusal(Action.MANAGE_ADMIN, false);
            case REMOVE ->
                !row.isMember()
                        ? words("noMember")
                        : row.role() == Role.OWNER
                                ? words("owner")
                                : permission.refusal(Action.removing(row.role()), false);
            case RESEND -> resend(row, permission);
            case CANCEL ->
                row.isMember() || row.state() != PersonState.PENDING
                        ? words("notPending")
                        : permission.refusal(Action.inviting(row.role()), false);
            case HAND_OVER -> handOver(row, permission);
        };
    }

    private static Optional<String> resend(PersonRow row, Permission permission) {
        boolean invited = !row.isMember() && row.state() != PersonState.CANCELED;
        if (!invited) {
            return words("notInvited");
        }
        return row.invitation().before() == null
                ? words("notSent")
                : permission.refusal(Action.inviting(row.role()), false);
    }

    private static Optional<String> handOver(PersonRow row, Permission permission) {
        Optional<String> role = permission.refusal(Action.HAND_OVER, true);
        if (role.isPresent()) {
            return role;
        }
        boolean admin = row.isMember() && row.role() == Role.ADMIN && row.pending() == null;
        return admin ? Optional.empty() : words("onlyAdmin");
    }

    /** Whether the newest operation can still be taken back: it has not left this machine. */
    static boolean canUndo(Operation pending) {
        return pending != null
                && pending.firstSentAt() == null
                && (pending.state() == OperationState.HELD || pending.state() == OperationState.QUEUED);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<String> words(String reason) {
        return Optional.of(Messages.text("members.refused." + reason));
    }
}
