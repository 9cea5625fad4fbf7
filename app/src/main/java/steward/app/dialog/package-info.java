/**
 * Asking: a decision, a file, a few fields. Views and view models know {@link steward.app.dialog.Dialogs}; nobody else
 * opens a dialog. Refuses domain types: callers hand in words.
 */
package steward.app.dialog;
