package steward.server.demo;

import java.time.Instant;
import java.util.UUID;
import steward.api.Role;

/**
 * A member of a demo organization.
 *
 * @param script what the name is written in
 */
record Person(UUID memberId, UUID accountId, String name, String email, Role role, Instant joinedAt, String script) {}
