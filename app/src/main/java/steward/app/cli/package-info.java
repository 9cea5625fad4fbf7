/**
 * The command line: an import without a window. It takes the same way as the window's (file, check, draft, outbox), in
 * the running app if there is one, else on an engine of its own. Refuses the toolkit: no class of it is loaded here.
 */
package steward.app.cli;
