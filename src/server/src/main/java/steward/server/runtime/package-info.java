/**
 * The meeting runtime: start, join, leave, record, end; running and ended meetings, refused starts.
 *
 * <p>Owns the meeting, participant and refused_start tables. Refuses to know who pays for a license.
 */
package steward.server.runtime;
