/**
 * The Organization tab: name, description, accent color and logo, and leaving.
 *
 * <p>Refuses I/O and threads: a picked file is read by the context's background.
 */
package steward.app.organization;
