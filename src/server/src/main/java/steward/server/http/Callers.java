package steward.server.http;

import java.util.Optional;

/** Finds out who calls. */
@FunctionalInterface
public interface Callers {
    /** The caller of a bearer token, or nothing when it is unknown or revoked. */
    Optional<Caller> of(String token, String address);
}
