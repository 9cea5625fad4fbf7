/**
 * The Overview tab: how the organization stands and what needs somebody, each with its one action.
 *
 * <p>Only leads elsewhere; refuses I/O and threads.
 */
package steward.app.overview;
