package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javakeyring.BackendNotSupportedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class KeychainTokensTest {

    @Test
    void fallsBackToMemoryWithoutAKeychain() {
        TokenStore tokens = new KeychainTokens(() -> {
            throw new BackendNotSupportedException("none here");
        });
        tokens.put("a", "secret");
        assertThat(tokens.get("a")).contains("secret");
        assertThat(tokens.place()).isEqualTo(Engine.TokenPlace.MEMORY);
        tokens.remove("a");
        assertThat(tokens.get("a")).isEmpty();
    }

    @Test
    void countsAKeychainThatWaitsForAPersonAsNone() {
        CountDownLatch never = new CountDownLatch(1);
        TokenStore tokens = new KeychainTokens(() -> {
            never.await();
            return null;
        });
        long start = System.nanoTime();
        assertThat(tokens.place()).isEqualTo(Engine.TokenPlace.MEMORY);
        tokens.put("a", "secret");
        assertThat(tokens.get("a")).contains("secret");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        never.countDown();
    }
}
