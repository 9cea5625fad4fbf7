package steward.server.invitation;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import steward.api.Account;
import steward.api.BatchOutcome;
import steward.api.CollectionName;
import steward.api.EmailAddress;
import steward.api.Invitation;
import steward.api.InvitationState;
import steward.api.ItemResult;
import steward.api.Member;
import steward.api.NewInvitation;
import steward.api.ProblemType;
import steward.server.Platform;
import steward.server.change.Audit.Fact;
import steward.server.db.Actor;
import steward.server.db.Tx;
import steward.server.http.ProblemException;
import steward.server.member.Members;

/** Invitations from being made to being accepted, canceled or expired (domain.md). Thread-safe. */
public final class Invitations {
    static final Duration VALID = Duration.ofDays(7);
    private static final int CODE_BYTES = 24;
    private static final int SWEPT_AT_ONCE = 500;

    private final SecureRandom random = new SecureRandom();
    private final Platform platform;
    private final Members members;
    private final InvitationTable table = new InvitationTable();
    private final Mails mails;

    public Invitations(Platform platform, Members members) {
        this.platform = platform;
        this.members = members;
        this.mails = new Mails(platform.options().meetingLinks());
        platform.changes().loader(CollectionName.INVITATIONS, table::load);
    }

    InvitationTable table() {
        return table;
    }

    /** Invites, or finds that there is nothing to do. */
    public ItemResult invite(Tx tx, UUID orgId, Account inviter, NewInvitation wanted, EmailAddress email) {
        Optional<Member> member = members.byEmail(tx.sql(), orgId, email);
        if (member.isPresent()) return alreadyMember(member.get(), wanted);
        Optional<Invitation> open = table.pending(tx.sql(), orgId, email);
        if (open.isPresent() && isOver(tx, open.get())) {
            change(tx, orgId, open.get(), InvitationState.EXPIRED, "invitation.expire");
            open = Optional.empty();
        }
        if (open.isPresent()) return alreadyInvited(open.get(), wanted);
        if (table.find(tx.sql(), orgId, wanted.id()).isPresent()) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "An invitation with this id exists already. Use a new id for a new one.");
        }
        Invitation made = new Invitation(
                wanted.id(),
                email.text(),
                wanted.role(),
                wanted.name(),
                wanted.note(),
                InvitationState.PENDING,
                inviter.name(),
                tx.now(),
                tx.now(),
                tx.now().plus(VALID),
                1);
        String code = code();
        table.insert(tx, orgId, made, code);
        mails.write(tx, orgId, made, code);
        platform.changes().record(tx, orgId, CollectionName.INVITATIONS, made.id(), false);
        platform.audit().created(tx, orgId, fact("invitation.send", made), made);
        return result(201, BatchOutcome.CREATED, made);
    }

    /** Renews a pending or expired invitation and sends its mail again. */
    public ItemResult resend(Tx tx, UUID orgId, Invitation before) {
        switch (before.state()) {
            case ACCEPTED ->
                throw conflict("The invitation was accepted in the meantime; there is nothing to send.", before);
            case CANCELED -> throw conflict("The invitation was canceled. Invite this person anew instead.", before);
            case PENDING, EXPIRED -> {}
        }
        EmailAddress email = EmailAddress.parse(before.email());
        table.pending(tx.sql(), orgId, email)
                .filter(other -> !other.id().equals(before.id()))
                .ifPresent(other -> {
                    throw conflict("A newer invitation to this address is pending. Resend that one.", other);
                });
        members.byEmail(tx.sql(), orgId, email).ifPresent(member -> {
            throw ProblemException.current(ProblemType.CONFLICT, "This person is a member by now.", member);
        });
        table.renew(tx, orgId, before.id(), tx.now().plus(VALID));
        Invitation after = changed(tx, orgId, before, "invitation.resend");
        mails.write(tx, orgId, after, table.code(tx.sql(), orgId, after.id()));
        return result(200, BatchOutcome.RESENT, after);
    }

    public ItemResult cancel(Tx tx, UUID orgId, Invitation before) {
        return switch (before.state()) {
            case CANCELED -> result(200, BatchOutcome.ALREADY_CANCELED, before);
            case ACCEPTED ->
                throw conflict("The invitation was accepted in the meantime. Remove the member instead.", before);
            case PENDING, EXPIRED ->
                result(
                        200,
                        BatchOutcome.CANCELED,
                        change(tx, orgId, before, InvitationState.CANCELED, "invitation.cancel"));
        };
    }

    /** The invitation has made a member. */
    void accepted(Tx tx, UUID orgId, Invitation before, UUID memberId) {
        table.setMember(tx, orgId, before.id(), memberId);
        change(tx, orgId, before, InvitationState.ACCEPTED, "invitation.accept");
    }

    /** Expires what was not accepted in time. */
    public void expire() {
        List<InvitationTable.Due> due = platform.database().read(sql -> table.due(sql, now(), SWEPT_AT_ONCE));
        if (due.isEmpty()) return;
        platform.database().write(Actor.PLATFORM, tx -> {
            for (InvitationTable.Due one : due) {
                table.find(tx.sql(), one.orgId(), one.id())
                        .filter(each -> each.state() == InvitationState.PENDING && isOver(tx, each))
                        .ifPresent(each -> change(tx, one.orgId(), each, InvitationState.EXPIRED, "invitation.expire"));
            }
            return null;
        });
    }

    static boolean isOver(Tx tx, Invitation invitation) {
        return !invitation.expiresAt().isAfter(tx.now());
    }

    static ProblemException conflict(String detail, Invitation current) {
        return ProblemException.current(ProblemType.CONFLICT, detail, current);
    }

    private java.time.Instant now() {
        return platform.clock().instant();
    }

    private Invitation change(Tx tx, UUID orgId, Invitation before, InvitationState state, String action) {
        table.setState(tx, orgId, before.id(), state);
        return changed(tx, orgId, before, action);
    }

    private Invitation changed(Tx tx, UUID orgId, Invitation before, String action) {
        Invitation after = table.find(tx.sql(), orgId, before.id()).orElseThrow();
        platform.changes().record(tx, orgId, CollectionName.INVITATIONS, after.id(), false);
        platform.audit().changed(tx, orgId, fact(action, after), before, after);
        return after;
    }

    private static ItemResult alreadyMember(Member member, NewInvitation wanted) {
        if (member.role() != wanted.role()) {
            throw ProblemException.current(
                    ProblemType.MEMBER_WITH_OTHER_ROLE,
                    "This person is a member already, with another role. Change the role in the list of members.",
                    member);
        }
        return new ItemResult(
                wanted.opId(), 200, false, BatchOutcome.ALREADY_MEMBER, member.id(), tag(member.version()), null, null);
    }

    private static ItemResult alreadyInvited(Invitation open, NewInvitation wanted) {
        if (open.role() != wanted.role()) {
            throw ProblemException.current(
                    ProblemType.INVITED_WITH_OTHER_ROLE,
                    "This person is invited already, with another role. Cancel that invitation first.",
                    open);
        }
        return result(200, BatchOutcome.ALREADY_INVITED, open);
    }

    private static ItemResult result(int status, BatchOutcome outcome, Invitation of) {
        // The batch puts the key of its item in.
        return new ItemResult(of.id(), status, false, outcome, of.id(), tag(of.version()), null, null);
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }

    private String code() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Fact fact(String action, Invitation of) {
        return new Fact(action, "invitation", of.id(), of.email());
    }
}
