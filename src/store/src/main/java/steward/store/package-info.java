/**
 * The local truth of one account on one server (sync.md): work store (outbox, drafts, import rows, preferences), directory
 * of organizations, one cache file an organization, and what is shown: the cache overlaid with pending operations.
 *
 * <p>Blocking JDBC; one writer a file; listeners are called after commit, on the writing thread. Refuses network, JavaFX and
 * any knowledge of how operations are sent.
 */
package steward.store;
