package steward.api;

import java.util.UUID;

/**
 * A new token with its secret, shown once.
 */
public record AccessTokenSecret(UUID id, String label, String secret) {
    public AccessTokenSecret {
        Check.present("id", id);
        Check.present("label", label);
        Check.present("secret", secret);
    }
}
