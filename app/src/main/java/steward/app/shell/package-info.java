/**
 * The frame around the tabs: window, navigation, organization switcher, command palette, status bar, and the seam every
 * tab is built on ({@link steward.app.shell.OrganizationContext}, {@link steward.app.shell.Tab}).
 *
 * <p>Owns which organization is open and takes its tabs down with it. Refuses what a tab shows, SQL and HTTP.
 */
package steward.app.shell;
