/**
 * Demo data, deterministic by seed and start date, the demo's accounts file, and the simulator that keeps it alive
 * through the runtime part of the contract. All people and organizations are invented.
 *
 * <p>Refuses rules of its own: what it writes in bulk has the shape the parts write, and a test reads it back over HTTP.
 */
package steward.server.demo;
