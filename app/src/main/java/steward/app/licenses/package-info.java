/**
 * The Licenses tab: usage now and over time, what is owned, refused starts, and what to do about them.
 *
 * <p>Refuses I/O and threads; asks the session for the span it shows.
 */
package steward.app.licenses;
