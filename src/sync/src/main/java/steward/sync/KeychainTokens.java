package steward.sync;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets in the system's keychain. One that does not answer in two seconds (a locked keyring waits for a person) counts
 * as none: memory serves from then on. Thread-safe.
 */
final class KeychainTokens implements TokenStore {

    private static final Logger LOG = LoggerFactory.getLogger(KeychainTokens.class);
    private static final String SERVICE = "Steward";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MemoryTokens memory = new MemoryTokens();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("steward-keychain").factory());
    private final Callable<Keyring> source;
    private Keyring keyring;
    private volatile boolean lost;

    KeychainTokens() {
        this(Keyring::create);
    }

    KeychainTokens(Callable<Keyring> source) {
        this.source = source;
    }

    @Override
    public Optional<String> get(String name) {
        Optional<String> here = memory.get(name);
        return here.isPresent() ? here : ask(() -> password(name));
    }

    @Override
    public void put(String name, String secret) {
        Optional<Boolean> kept = ask(() -> {
            opened().setPassword(SERVICE, name, secret);
            return Optional.of(true);
        });
        if (kept.isEmpty()) memory.put(name, secret);
    }

    @Override
    public void remove(String name) {
        memory.remove(name);
        ask(() -> {
            opened().deletePassword(SERVICE, name);
            return Optional.of(true);
        });
    }

    @Override
    public Engine.TokenPlace place() {
        ask(() -> Optional.of(opened()));
        return lost ? Engine.TokenPlace.MEMORY : Engine.TokenPlace.KEYCHAIN;
    }

    private Optional<String> password(String name) throws BackendNotSupportedException {
        try {
            return Optional.ofNullable(opened().getPassword(SERVICE, name));
        } catch (PasswordAccessException e) {
            // how keyrings say that there is none of that name
            return Optional.empty();
        }
    }

    /** Only on the keychain's thread. */
    private Keyring opened() throws BackendNotSupportedException {
        if (keyring == null) {
            try {
                keyring = source.call();
            } catch (BackendNotSupportedException e) {
                throw e;
            } catch (Exception e) {
                // Callable declares it; whatever a native library throws means that there is no keychain
                throw new BackendNotSupportedException(e.toString());
            }
        }
        return keyring;
    }

    private <T> Optional<T> ask(Callable<Optional<T>> question) {
        if (lost) return Optional.empty();
        Future<Optional<T>> answer = thread.submit(question);
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return lose("it did not answer");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PasswordAccessException) return Optional.empty();
            return lose(e.getCause().getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private <T> Optional<T> lose(String why) {
        lost = true;
        thread.shutdown();
        LOG.info("no keychain, tokens are kept in memory: {}", why);
        return Optional.empty();
    }
}
