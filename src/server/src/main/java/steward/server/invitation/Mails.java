package steward.server.invitation;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import steward.api.Ids;
import steward.api.Invitation;
import steward.api.Role;
import steward.server.db.Tx;

/** Writes the mail of an invitation beside it; handing it over is the postbox's work. Thread-safe. */
final class Mails {
    private static final String DOMAIN = ".steward.invalid";

    private final ResourceBundle words = ResourceBundle.getBundle("steward.server.invitation.mail", Locale.ROOT);
    private final String links;

    Mails(String links) {
        this.links = links;
    }

    /** Exactly one row for an invitation and for each time it is sent again. */
    void write(Tx tx, UUID orgId, Invitation invitation, String code) {
        String organization = tx.sql()
                .select("SELECT name FROM organization WHERE id = ?", orgId)
                .mapTo(String.class)
                .one();
        LocalDate until = LocalDate.ofInstant(invitation.expiresAt(), ZoneOffset.UTC);
        String role = words.getString(invitation.role() == Role.ADMIN ? "role.admin" : "role.member");
        Object[] facts = {invitation.invitedBy(), organization, role, links + "/invitations/" + code, until.toString()};
        tx.sql()
                .execute(
                        "INSERT INTO mail (org_id, id, invitation_id, message_id, recipient, subject, body, created_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        orgId,
                        Ids.next(),
                        invitation.id(),
                        messageId(orgId, invitation),
                        invitation.email(),
                        // A name must not add a header line.
                        MessageFormat.format(words.getString("subject"), facts).replaceAll("\\p{Cntrl}+", " "),
                        MessageFormat.format(words.getString("body"), facts),
                        tx.now());
    }

    /**
     * Made of the invitation and of its version, which every resend raises; of the organization, too, for clients make up
     * the ids of invitations and two organizations may hold the same.
     */
    private static String messageId(UUID orgId, Invitation invitation) {
        return invitation.id() + "." + invitation.version() + "@" + orgId + DOMAIN;
    }
}
