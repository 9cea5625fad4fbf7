/** Organizations: making, editing, logo, the switcher's summaries, ownership, leaving, the audit log's reading. Refuses members' lists and money. */
package steward.server.organization;
