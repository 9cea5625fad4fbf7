package steward.sync;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Authenticator;
import okhttp3.Credentials;

/**
 * Chooses the proxy as {@link Network} says; this computer is always reached without one. The system's is the one the
 * environment names, else Java's view of the desktop's settings ({@code java.net.useSystemProxies}). Thread-safe.
 */
final class Proxies extends ProxySelector {

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);
    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";
    /** What OkHttp calls its question for credentials before a tunnel is opened. */
    private static final String BEFORE_ASKED = "OkHttp-Preemptive";

    /** What a person would say of themselves at a proxy's door; kept out of {@code toString}. */
    private record Pass(String user, Supplier<Optional<String>> password) {}

    private final Network network;
    private final Optional<EnvironmentProxy> environment;

    Proxies(Network network, Map<String, String> environment) {
        this.network = network;
        this.environment =
                network.proxy() == Network.Proxy.SYSTEM ? EnvironmentProxy.of(environment) : Optional.empty();
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (uri.getHost() == null || ServerAddress.isLoopback(uri.getHost())) return DIRECT;
        return switch (network.proxy()) {
            case NONE -> DIRECT;
            case SYSTEM -> ofSystem(uri);
            case MANUAL -> List.of(http(network.host(), network.port()));
        };
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // the call itself fails, and says so
    }

    /**
     * Answers a proxy's 407 once, with the proxy's own name and password; the API's token is not of its business. Asked
     * twice the same, a directory locks the account.
     *
     * @param password of a manual proxy
     */
    Authenticator authenticator(Supplier<Optional<String>> password) {
        Optional<Pass> pass = pass(password);
        return (route, response) -> {
            Optional<String> secret = response.request().header(PROXY_AUTHORIZATION) != null
                    ? Optional.empty()
                    : pass.flatMap(known -> known.password().get());
            if (secret.isPresent()) {
                return response.request()
                        .newBuilder()
                        .header(
                                PROXY_AUTHORIZATION,
                                Credentials.basic(pass.get().user(), secret.get()))
                        .build();
            }
            // asked before the proxy was: it may want none
            if (response.challenges().stream().anyMatch(each -> each.scheme().equalsIgnoreCase(BEFORE_ASKED))) {
                return null;
            }
            throw new ProxyRefusedException();
        };
    }

    private Optional<Pass> pass(Supplier<Optional<String>> password) {
        return switch (network.proxy()) {
            case NONE -> Optional.empty();
            case SYSTEM ->
                environment
                        .filter(each -> each.user() != null)
                        .map(each -> new Pass(each.user(), () -> Optional.of(each.password())));
            case MANUAL -> Optional.ofNullable(network.user()).map(user -> new Pass(user, password));
        };
    }

    private List<Proxy> ofSystem(URI uri) {
        if (environment.isPresent()) {
            EnvironmentProxy named = environment.get();
            return named.covers(uri.getHost()) ? List.of(http(named.host(), named.port())) : DIRECT;
        }
        ProxySelector system = ProxySelector.getDefault();
        if (system == null) return DIRECT;
        List<Proxy> found = system.select(uri);
        return found == null || found.isEmpty() ? DIRECT : found;
    }

    private static Proxy http(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }
}
