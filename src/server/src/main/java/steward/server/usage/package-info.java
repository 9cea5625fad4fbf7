/**
 * License usage over time: change points, buckets computed from them, and what is unknown because the server was down.
 *
 * <p>Owns the usage_point table and the heartbeat. Refuses to know why a meeting runs or who pays.
 */
package steward.server.usage;
