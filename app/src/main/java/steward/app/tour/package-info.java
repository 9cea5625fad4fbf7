/**
 * The product's own guided run: {@code --tour DIR} starts the real app without a display, twice, against a server of
 * its own, does the main job by mouse and keyboard (JavaFX's Robot), and believes only what the server says over plain
 * HTTP. Refuses: knowing what the tabs are made of beyond the ids of their nodes; the code of the client.
 */
package steward.app.tour;
