package steward.api;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Who did what to which object.
 *
 * @param onBehalfOf or null
 * @param action for example room.edit
 * @param before the changed fields as they were, or null
 * @param after the changed fields as they became, or null
 */
public record AuditRecord(
        UUID id,
        Instant at,
        String actorName,
        String actorEmail,
        String onBehalfOf,
        String action,
        String objectType,
        UUID objectId,
        String objectName,
        JsonNode before,
        JsonNode after,
        String address) {
    public AuditRecord {
        Check.present("id", id);
        Check.present("at", at);
        Check.present("actorName", actorName);
        Check.present("actorEmail", actorEmail);
        Check.present("action", action);
        Check.present("objectType", objectType);
        Check.present("objectId", objectId);
        Check.present("objectName", objectName);
        Check.present("address", address);
        before = before == null || before.isNull() ? null : before;
        after = after == null || after.isNull() ? null : after;
    }
}
