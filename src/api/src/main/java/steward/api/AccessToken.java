package steward.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A personal access token, without its secret.
 *
 * @param lastUsedAt or null
 */
public record AccessToken(UUID id, String label, Instant createdAt, Instant lastUsedAt, boolean current) {
    public AccessToken {
        Check.present("id", id);
        Check.present("label", label);
        Check.present("createdAt", createdAt);
    }
}
