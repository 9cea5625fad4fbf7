package steward.sync;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Checks addresses of servers: HTTPS anywhere, plain HTTP only to this computer. Stateless. */
public final class ServerAddress {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]", "0:0:0:0:0:0:0:1");

    private ServerAddress() {}

    /**
     * The address in its normal form, without a slash at the end.
     *
     * @throws IllegalArgumentException when it is no address a token may be sent to
     */
    public static URI checked(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null)
            throw new IllegalArgumentException("not a server address");
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException("a server address has neither query nor fragment");
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && isLoopback(host))) {
            throw new IllegalArgumentException("https is needed");
        }
        String path = address.getRawPath() == null ? "" : address.getRawPath().replaceAll("/+$", "");
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return URI.create(scheme + "://" + host.toLowerCase(Locale.ROOT) + port + path);
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }
}
