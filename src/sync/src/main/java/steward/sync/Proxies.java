package steward.sync;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Authenticator;
import okhttp3.Credentials;

/** Chooses the proxy as {@link Network} says; this computer is always reached without one. Thread-safe. */
final class Proxies extends ProxySelector {

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);
    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    private final Network network;

    Proxies(Network network) {
        this.network = network;
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (uri.getHost() == null || ServerAddress.isLoopback(uri.getHost())) return DIRECT;
        return switch (network.proxy()) {
            case NONE -> DIRECT;
            case SYSTEM -> ofSystem(uri);
            case MANUAL ->
                List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(network.host(), network.port())));
        };
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // the call itself fails, and says so
    }

    /** Answers a proxy's 407 once, with the proxy's own name and password; the API's token is not of its business. */
    static Authenticator answering(Network network, Supplier<Optional<String>> password) {
        if (network.user() == null) return Authenticator.NONE;
        return (route, response) -> {
            boolean tried = response.request().header(PROXY_AUTHORIZATION) != null && response.priorResponse() != null;
            if (tried) return null;
            return password.get()
                    .map(secret -> response.request()
                            .newBuilder()
                            .header(PROXY_AUTHORIZATION, Credentials.basic(network.user(), secret))
                            .build())
                    .orElse(null);
        };
    }

    private static List<Proxy> ofSystem(URI uri) {
        ProxySelector system = ProxySelector.getDefault();
        if (system == null) return DIRECT;
        List<Proxy> found = system.select(uri);
        return found == null || found.isEmpty() ? DIRECT : found;
    }
}
