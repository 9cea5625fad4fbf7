/** Rooms of an organization. Refuses running meetings. */
package steward.server.room;
