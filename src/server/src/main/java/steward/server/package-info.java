/**
 * The reference platform: every rule of the contract on an embedded database. {@link steward.server.Server} starts it,
 * {@link steward.server.Platform} is what each part is built from, a {@link steward.server.Part} brings routes, change
 * loaders and periodic work.
 *
 * <p>Refuses features the contract lacks, and any knowledge of the client's store or sync.
 */
package steward.server;
