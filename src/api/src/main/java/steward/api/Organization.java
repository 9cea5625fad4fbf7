package steward.api;

import java.time.Instant;
import java.util.UUID;

/**
 * Identity of an organization.
 *
 * @param logoVersion changes with the logo; null without one
 */
public record Organization(
        UUID id,
        String slug,
        String name,
        String description,
        String accentColor,
        Integer logoVersion,
        Instant createdAt,
        long version) {
    public Organization {
        Check.present("id", id);
        Check.present("slug", slug);
        Check.present("name", name);
        Check.present("description", description);
        Check.present("accentColor", accentColor);
        Check.present("createdAt", createdAt);
    }
}
