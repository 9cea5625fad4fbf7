package steward.api;

import java.util.UUID;

/**
 * Request for a room; the id is the client's.
 */
public record NewRoom(UUID id, String name, String slug, String description, RoomSettings settings) {
    public NewRoom {
        Check.present("id", id);
        Check.text("name", name, 1, 100);
        Check.slug("slug", slug);
        Check.text("description", description, 0, 500);
        Check.present("settings", settings);
    }
}
