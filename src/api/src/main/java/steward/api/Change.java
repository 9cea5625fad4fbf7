package steward.api;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * The latest state of an object that changed.
 *
 * @param body the object of its collection, or null when deleted
 */
public record Change(long seq, CollectionName collection, UUID id, boolean deleted, JsonNode body) {
    public Change {
        Check.present("collection", collection);
        Check.present("id", id);
        body = body == null || body.isNull() ? null : body;
    }
}
