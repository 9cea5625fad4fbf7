package steward.sync;

import java.util.Optional;

/** Keeps secrets by name: tokens, and the password of a proxy. Implementations are thread-safe. */
public interface TokenStore {

    Optional<String> get(String name);

    void put(String name, String secret);

    void remove(String name);

    Engine.TokenPlace place();

    /** The system's keychain; memory when it does not answer. */
    static TokenStore system() {
        return new KeychainTokens();
    }

    /** Until the program ends. */
    static TokenStore memory() {
        return new MemoryTokens();
    }
}
