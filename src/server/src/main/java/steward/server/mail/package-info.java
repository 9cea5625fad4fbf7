/**
 * Hands over the mails that stand written in the database: {@link steward.server.mail.Handover} takes what waits to a
 * {@link steward.server.mail.Postbox}. Owns the form of a mail on its way; refuses to decide whether there is one, which
 * is decided where the row is written.
 */
package steward.server.mail;
