/**
 * The engine: the only room that uses the network. Accounts and their tokens in the system keychain, Feign clients, delta
 * pull, outbox drain, live stream, single-instance lock; with the store it is the whole product without a window.
 *
 * <p>Refuses JavaFX, SQL and words a user reads.
 */
package steward.sync;
