/** Members of an organization and their roles. Refuses inviting. */
package steward.server.member;
