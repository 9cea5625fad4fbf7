/** Telling: one notice with one action, and the ten seconds in which a change can be taken back. Covers nothing. */
package steward.app.notice;
