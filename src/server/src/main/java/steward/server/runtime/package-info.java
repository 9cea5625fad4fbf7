/**
 * The meeting runtime: start, join, leave, record, end; running meetings, license usage as change points, refused
 * starts.
 *
 * <p>Owns the meeting, participant, usage_point and refused_start tables. Refuses to know who pays for a license.
 */
package steward.server.runtime;
