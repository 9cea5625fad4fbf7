/**
 * The Audit log tab: who did what to which object, before and after.
 *
 * <p>Shows what was fetched, with its age; fetches the newest when shown. Refuses I/O and threads.
 */
package steward.app.audit;
