/**
 * Words, numbers and times as the user reads them. Owns message lookup and formats; refuses JavaFX and domain types.
 * Each package keeps its own bundle beside it ({@code steward/app/<feature>/messages.properties}).
 */
package steward.app.i18n;
