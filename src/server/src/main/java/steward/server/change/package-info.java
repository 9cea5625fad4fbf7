/**
 * What others learn of a change: the sequence of changes, the live streams, the audit log. Refuses to know what it is
 * that changed; collections bring a loader of their own.
 */
package steward.server.change;
