package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    private static final URI ELSEWHERE = URI.create("https://meet.example/v1/server");

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY,http://proxy.corp:3128,proxy.corp,3128",
        "https_proxy,proxy.corp:3128,proxy.corp,3128",
        "ALL_PROXY,http://asa:pa%3Ass@proxy.corp,proxy.corp,80",
    })
    void takesWhatTheEnvironmentNames(String name, String value, String host, int port) {
        List<Proxy> chosen = system(Map.of(name, value)).select(ELSEWHERE);
        assertThat(chosen).containsExactly(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
    }

    @Test
    void readsTheNameAndPasswordOfTheEnvironment() {
        EnvironmentProxy read = EnvironmentProxy.of(Map.of("HTTPS_PROXY", "http://asa:pa%3As%2Bs@proxy.corp:1"))
                .orElseThrow();
        assertThat(read.user()).isEqualTo("asa");
        assertThat(read.password()).isEqualTo("pa:s+s");
        assertThat(read.toString()).doesNotContain("pa:s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "meet.example", ".example", "*.example", "other, meet.example:443"})
    void leavesOutWhatTheEnvironmentExempts(String exempt) {
        Proxies proxies = system(Map.of("HTTPS_PROXY", "http://proxy.corp:3128", "NO_PROXY", exempt));
        assertThat(proxies.select(ELSEWHERE)).containsExactly(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://proxy.corp:1080", "::::", "http://"})
    void takesNothingItCannotUse(String value) {
        assertThat(EnvironmentProxy.of(Map.of("HTTPS_PROXY", value))).isEmpty();
    }

    @Test
    void asksTheSystemWhereTheEnvironmentSaysNothing() {
        ProxySelector before = ProxySelector.getDefault();
        try {
            ProxySelector.setDefault(ProxySelector.of(InetSocketAddress.createUnresolved("desktop.corp", 8080)));
            assertThat(system(Map.of()).select(ELSEWHERE).getFirst().address())
                    .isEqualTo(InetSocketAddress.createUnresolved("desktop.corp", 8080));
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/v1", "http://localhost/v1", "http://[::1]:1/v1"})
    void reachesThisComputerWithoutAny(String address) {
        Network manual = new Network(Network.Proxy.MANUAL, "proxy.corp", 3128, null, null);
        assertThat(new Proxies(manual, Map.of()).select(URI.create(address))).containsExactly(Proxy.NO_PROXY);
        assertThat(system(Map.of("HTTPS_PROXY", "http://proxy.corp:1")).select(URI.create(address)))
                .containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void doesWithoutWhateverTheEnvironmentSaysWhenToldSo() {
        Network none = new Network(Network.Proxy.NONE, null, 0, null, null);
        assertThat(new Proxies(none, Map.of("HTTPS_PROXY", "http://proxy.corp:1")).select(ELSEWHERE))
                .containsExactly(Proxy.NO_PROXY);
    }

    private static Proxies system(Map<String, String> environment) {
        return new Proxies(Network.SYSTEM, environment);
    }
}
