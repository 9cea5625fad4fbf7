package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://Example.com/, https://example.com",
        "https://example.com:8443/steward/, https://example.com:8443/steward",
        "http://127.0.0.1:80, http://127.0.0.1:80",
        "http://[::1]:80/, http://[::1]:80",
        "HTTP://LOCALHOST:80, http://localhost:80"
    })
    void bringsIntoNormalForm(URI given, URI normal) {
        assertThat(ServerAddress.checked(given)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "ftp://localhost",
                "https://user:secret@example.com",
                "https://example.com?x=1",
                "https://example.com#x",
                "example.com",
                "https:/example.com"
            })
    void refusesWhatNoTokenMayBeSentTo(URI given) {
        assertThatThrownBy(() -> ServerAddress.checked(given)).isInstanceOf(IllegalArgumentException.class);
    }
}
