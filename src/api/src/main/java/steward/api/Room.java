package steward.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A persistent meeting space.
 *
 * @param lastUsedAt or null
 */
public record Room(
        UUID id,
        String name,
        String slug,
        String link,
        String description,
        RoomSettings settings,
        Instant createdAt,
        Instant lastUsedAt,
        long version) {
    public Room {
        Check.present("id", id);
        Check.present("name", name);
        Check.present("slug", slug);
        Check.present("link", link);
        Check.present("description", description);
        Check.present("settings", settings);
        Check.present("createdAt", createdAt);
    }
}
