/**
 * The Recordings tab: what was recorded, its bin, storage, rename, delete, restore, download and purge.
 *
 * <p>Refuses I/O and threads: it reads through the context, stages requests, and asks the session for what is online only.
 */
package steward.app.recordings;
