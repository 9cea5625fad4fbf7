/**
 * The Outbox window: everything on its way to the server, of all organizations, by organization and state; undo, decide,
 * retry, drop, pause.
 *
 * <p>Refuses sending anything itself: it decides through the store's outbox and tells the session.
 */
package steward.app.outbox;
