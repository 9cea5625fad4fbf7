/**
 * What a person chose for the whole program on this computer: theme, language, network; kept in {@code settings.json},
 * replaced as a whole or not at all. Refuses secrets (the keychain holds them) and anything of an organization.
 */
package steward.app.settings;
