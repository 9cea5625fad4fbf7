/** Accounts, their personal access tokens, and what a token finds out about itself. Refuses organizations. */
package steward.server.account;
