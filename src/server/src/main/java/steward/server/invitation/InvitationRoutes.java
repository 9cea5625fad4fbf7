package steward.server.invitation;

import org.jdbi.v3.core.Handle;
import steward.api.AcceptInvitation;
import steward.api.Action;
import steward.api.EmailAddress;
import steward.api.InvalidFieldException;
import steward.api.Invitation;
import steward.api.InvitationRef;
import steward.api.ItemResult;
import steward.api.Items;
import steward.api.NewInvitation;
import steward.server.Platform;
import steward.server.db.Tx;
import steward.server.http.Answer;
import steward.server.http.Call;
import steward.server.http.Handlers;
import steward.server.http.ProblemException;
import steward.server.http.Routes;

/** Invitations: list, batches, the invitee's own, acceptance. */
public final class InvitationRoutes implements Routes {
    private final Platform platform;
    private final Invitations invitations;
    private final Acceptance acceptance;

    public InvitationRoutes(Platform platform, Invitations invitations, Acceptance acceptance) {
        this.platform = platform;
        this.invitations = invitations;
        this.acceptance = acceptance;
    }

    @Override
    public void register(Handlers on) {
        on.read(
                "listInvitations",
                (call, sql) -> Answer.ok(invitations.table().page(sql, call.orgId(), call.cursor(), call.limit())));
        on.read("getInvitation", this::get);
        on.batch("inviteBatch", this::invite);
        on.batch("resendBatch", (call, tx) -> invitations.resend(tx, call.orgId(), named(call, tx)));
        on.batch("cancelBatch", (call, tx) -> invitations.cancel(tx, call.orgId(), named(call, tx)));
        on.read("listMyInvitations", this::received);
        on.write("acceptInvitation", (call, tx) -> Answer.ok(acceptance.accept(tx, call.body(AcceptInvitation.class))));
    }

    private Answer get(Call call, Handle sql) {
        Invitation found = invitations
                .table()
                .find(sql, call.orgId(), call.id("invitationId"))
                .orElseThrow(ProblemException::notFound);
        return Answer.ok(found, found.version());
    }

    private ItemResult invite(Call call, Tx tx) {
        NewInvitation wanted = call.body(NewInvitation.class);
        call.require(Action.inviting(wanted.role()));
        EmailAddress email;
        try {
            email = EmailAddress.parse(wanted.email());
        } catch (EmailAddress.MalformedException e) {
            throw new InvalidFieldException("email", words(e.fault()));
        }
        return invitations.invite(tx, call.orgId(), call.account(), wanted, email);
    }

    /** The invitation an item names, if the caller may touch one for its role. */
    private Invitation named(Call call, Tx tx) {
        InvitationRef ref = call.body(InvitationRef.class);
        Invitation found =
                invitations.table().find(tx.sql(), call.orgId(), ref.id()).orElseThrow(ProblemException::notFound);
        call.require(Action.inviting(found.role()));
        return found;
    }

    private Answer received(Call call, Handle sql) {
        EmailAddress email = EmailAddress.parse(call.account().email());
        return Answer.ok(new Items<>(
                invitations.table().received(sql, email, platform.clock().instant())));
    }

    private static String words(EmailAddress.Fault fault) {
        return switch (fault) {
            case EMPTY -> "is empty";
            case NO_AT -> "has no @";
            case SEVERAL_AT -> "has more than one @";
            case TOO_LONG -> "is longer than an address can be";
            case BAD_LOCAL -> "has something before the @ that no address has";
            case BAD_DOMAIN -> "has no domain after the @ that could exist";
        };
    }
}
