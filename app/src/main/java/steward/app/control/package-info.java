/**
 * The reusable parts of every tab: page, table, side panel, states, badges. They look like the pictures in docs and know
 * no domain type; a domain type is turned into words, icons and colours by the feature that owns it.
 */
package steward.app.control;
