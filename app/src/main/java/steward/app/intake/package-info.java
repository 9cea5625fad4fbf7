/**
 * An import without a window, for the window and the command line: who is known, rows checked and kept as a draft, what
 * was staged of them, the words of every outcome, the report. Refuses the toolkit; how a file is read is
 * {@code steward.people}, how it is sent {@code steward.sync}.
 */
package steward.app.intake;
