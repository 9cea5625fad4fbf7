/** Invitations: batches, mail, expiry, and the acceptance that alone makes a member. Refuses sending mail itself. */
package steward.server.invitation;
