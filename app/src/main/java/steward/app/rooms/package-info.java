/**
 * The Rooms tab: the list of meeting spaces, their settings in the side panel, making, editing and deleting them.
 *
 * <p>Refuses I/O and threads: it reads through the context and stages requests.
 */
package steward.app.rooms;
