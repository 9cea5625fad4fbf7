package steward.server.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail as it was written with what it tells of.
 *
 * @param messageId without angle brackets; the same mail has the same one however often it is handed over
 */
public record Mail(
        UUID orgId, UUID id, String messageId, String recipient, String subject, String body, Instant writtenAt) {}
