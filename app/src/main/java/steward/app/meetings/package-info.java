/**
 * The Active meetings tab: what runs now, who is in it, since when, and ending one.
 *
 * <p>Shows live figures with their age; what is not known is said so. Refuses I/O and threads.
 */
package steward.app.meetings;
