package steward.app.members;

import java.text.CollationKey;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import steward.api.Invitation;
import steward.api.Member;
import steward.api.Role;
import steward.app.control.IconWord;
import steward.app.i18n.Folded;
import steward.store.Operation;
import steward.store.Shown;

/**
 * A line of the table: a member, or an invitation that has not become one.
 *
 * @param member or null
 * @param invitation or null; exactly one of both is there
 * @param order of the name in the user's language, made where the row is made: ten thousand comparisons are not the FX
 *     thread's work
 * @param searched name and address
 */
record PersonRow(Shown<Member> member, Shown<Invitation> invitation, CollationKey order, Folded searched) {

    boolean isMember() {
        return member != null;
    }

    /** The rest is made of these two. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PersonRow row
                && Objects.equals(member, row.member)
                && Objects.equals(invitation, row.invitation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(member, invitation);
    }

    UUID id() {
        return isMember() ? member.now().id() : invitation.now().id();
    }

    String email() {
        return isMember() ? member.now().email() : invitation.now().email();
    }

    /** The name, or the address when none is known. */
    String name() {
        return nameOf(isMember() ? member.now().name() : invitation.now().name(), email());
    }

    static String nameOf(String name, String email) {
        return name == null || name.isBlank() ? email : name;
    }

    Role role() {
        return isMember() ? member.now().role() : invitation.now().role();
    }

    /** The role before the pending change of it, or null when it does not change. */
    Role roleBefore() {
        boolean changes = isMember()
                && member.before() != null
                && member.before().role() != member.now().role();
        return changes ? member.before().role() : null;
    }

    PersonState state() {
        return isMember()
                ? PersonState.ACCEPTED
                : PersonState.of(invitation.now().state());
    }

    /** Joined, or invited last. */
    Instant since() {
        return isMember() ? member.now().joinedAt() : invitation.now().sentAt();
    }

    /** When the person was seen last, or null. */
    Instant lastActive() {
        return isMember() ? member.now().lastActiveAt() : null;
    }

    /** The newest open operation, or null. */
    Operation pending() {
        return isMember() ? member.pending() : invitation.pending();
    }

    PendingChange change() {
        return PendingChange.of(pending());
    }

    boolean isLeaving() {
        return isMember() ? member.isLeaving() : invitation.isLeaving();
    }

    /** What the state column says: what is on its way, else where the person stands. */
    IconWord shownState() {
        return change().replacesState() ? change().shown() : state().shown();
    }
}
