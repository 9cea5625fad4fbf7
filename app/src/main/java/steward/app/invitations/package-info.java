/**
 * Invitations from a file: drafts, reading with guesses that can be changed, checking with fixes in place, staging, and
 * how far the sending is. Everything is read off the FX thread; a fix checks only what it touches. Refuses knowing how a
 * file is read (that is {@code steward.people}) and how it is sent (that is {@code steward.sync}).
 */
package steward.app.invitations;
