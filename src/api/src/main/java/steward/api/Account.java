package steward.api;

import java.util.UUID;

/**
 * The account of a token.
 */
public record Account(UUID id, String email, String name, AccountKind kind) {
    public Account {
        Check.present("id", id);
        Check.present("email", email);
        Check.present("name", name);
        Check.present("kind", kind);
    }
}
