/**
 * The members tab: everyone of an organization, members and invitations in one table, what can be done with them, one
 * invitation by hand, and handing ownership over. Refuses reading files of people (that is {@code invitations}) and
 * sending: every change but the hand-over goes into the outbox.
 */
package steward.app.members;
