package steward.server.invitation;

import java.util.Optional;
import java.util.UUID;
import steward.api.AcceptInvitation;
import steward.api.Account;
import steward.api.AccountKind;
import steward.api.EmailAddress;
import steward.api.Invitation;
import steward.api.InvitationState;
import steward.api.Member;
import steward.api.ProblemType;
import steward.server.account.Accounts;
import steward.server.db.Actor;
import steward.server.db.Tx;
import steward.server.http.ProblemException;
import steward.server.member.Members;

/** Makes a member of who holds the code of the mail: the code proves the mailbox, nothing else is asked. Thread-safe. */
public final class Acceptance {
    private final Invitations invitations;
    private final Members members;
    private final Accounts accounts;

    public Acceptance(Invitations invitations, Members members, Accounts accounts) {
        this.invitations = invitations;
        this.members = members;
        this.accounts = accounts;
    }

    /** Accepts; once accepted, the same code is answered with the same member. */
    public Member accept(Tx tx, AcceptInvitation wanted) {
        InvitationTable.Coded coded =
                invitations.table().coded(tx.sql(), wanted.code()).orElseThrow(ProblemException::notFound);
        UUID orgId = coded.orgId();
        Invitation invitation =
                invitations.table().find(tx.sql(), orgId, coded.id()).orElseThrow(ProblemException::notFound);
        if (invitation.state() == InvitationState.ACCEPTED) return acceptedBefore(tx, coded);
        if (invitation.state() == InvitationState.CANCELED) throw refused("The invitation was canceled");
        if (invitation.state() == InvitationState.EXPIRED || Invitations.isOver(tx, invitation)) {
            throw refused("The invitation is older than 7 days");
        }
        Account account = account(tx, invitation, wanted.name());
        tx.actAs(Actor.of(account, tx.actor().address()));
        Optional<Member> already = members.byAccount(tx.sql(), orgId, account.id());
        Member member = already.orElseGet(() -> members.add(
                tx, orgId, account, new Members.Joining(invitation.role(), invitation.invitedBy(), invitation.note())));
        invitations.accepted(tx, orgId, invitation, member.id());
        return member;
    }

    private Member acceptedBefore(Tx tx, InvitationTable.Coded coded) {
        try {
            return members.get(tx.sql(), coded.orgId(), coded.memberId());
        } catch (ProblemException e) {
            throw refused("The invitation was used, and the membership it made has ended");
        }
    }

    private Account account(Tx tx, Invitation invitation, String wantedName) {
        EmailAddress email = EmailAddress.parse(invitation.email());
        return accounts.byEmail(tx.sql(), email).orElseGet(() -> {
            String name = wantedName != null && !wantedName.isBlank() ? wantedName : invitation.name();
            boolean nameless = name == null || name.isBlank();
            String called = nameless ? email.text().substring(0, email.text().indexOf('@')) : name.strip();
            return accounts.create(tx, email, called, AccountKind.USER);
        });
    }

    private static ProblemException refused(String what) {
        return ProblemException.of(ProblemType.CONFLICT, what + ". Ask the person who invited you for a new one.");
    }
}
