package steward.app.doctor;

import java.time.Duration;
import java.time.Instant;
import steward.sync.Engine;
import steward.sync.TokenStore;

/** Whether the system's keychain answers. */
record Keychain(TokenStore tokens) {
    Finding finding() {
        Instant begin = Instant.now();
        Engine.TokenPlace place = tokens.place();
        long millis = Duration.between(begin, Instant.now()).toMillis();
        return place == Engine.TokenPlace.KEYCHAIN
                ? Finding.ok("keychain.answers", millis)
                : Finding.note("keychain.none", millis);
    }
}
