/**
 * Invitations from a file, as the window shows them: drafts, guesses that can be changed, fixes in place, staging, and
 * how far the sending is. Everything is read off the FX thread. What is done to the rows is
 * {@code steward.app.intake}'s.
 */
package steward.app.invitations;
