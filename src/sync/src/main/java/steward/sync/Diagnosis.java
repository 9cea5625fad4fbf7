package steward.sync;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Connection;
import okhttp3.Handshake;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import steward.api.Contract;
import steward.api.ServerInfo;
import steward.sync.SyncException.Unreachable;
import steward.sync.SyncException.Unreachable.Reason;

/**
 * How it stands with accounts and servers, looked at without an engine: beside a running one too, and nothing is changed.
 * Blocking; stateless.
 */
public final class Diagnosis {

    /**
     * An account signed in before.
     *
     * @param folder where everything kept of it lies
     * @param remembered whether its token was to be kept
     */
    public record KeptAccount(URI server, UUID serverId, Path folder, boolean remembered) {}

    /**
     * What came of asking a server who it is.
     *
     * @param proxy host and port of the proxy on the way, or null
     * @param tls version, or null when none was agreed on
     * @param skew what the server's clock is ahead of this one, or null
     * @param version of the server, or null
     * @param fits whether this program speaks its contract
     * @param failure or null
     */
    public record Asked(
            URI server, String proxy, String tls, Duration skew, String version, boolean fits, SyncException failure) {}

    /** What the line itself told. */
    private record Line(String tls, Instant date) {}

    private Diagnosis() {}

    /** @throws steward.store.NewerStoreException when a newer program wrote the folder */
    public static List<KeptAccount> accounts(Path dataFolder) {
        return new AccountList(dataFolder)
                .all().stream()
                        .map(each -> new KeptAccount(
                                each.server(), each.info().id(), each.folder(dataFolder), each.remembered()))
                        .toList();
    }

    /** Asks as the program itself would, without a token. */
    public static Asked ask(URI server, EngineOptions options) {
        AtomicReference<Line> line = new AtomicReference<>(new Line(null, null));
        String proxy = null;
        try {
            URI address = address(server, options.network());
            proxy = proxy(address, options.network());
            OkHttpClient http = client(options, line);
            Instant asked = options.clock().instant();
            ServerInfo info = new Calls(() -> http, options.pace(), options.clock())
                    .make(PlatformCalls.class, () -> address, () -> null, Turnstile.OPEN)
                    .server()
                    .body();
            boolean fits = info.apiVersion() == Contract.VERSION;
            Duration skew = skew(line.get().date(), asked, options.clock());
            return new Asked(server, proxy, line.get().tls(), skew, info.version(), fits, null);
        } catch (SyncException e) {
            Duration skew = skew(line.get().date(), options.clock().instant(), options.clock());
            return new Asked(server, proxy, line.get().tls(), skew, null, false, e);
        }
    }

    private static URI address(URI server, Network network) {
        try {
            URI address = ServerAddress.checked(server);
            if (!network.reach().allows(address)) throw new Unreachable(Reason.NOT_ALLOWED, null);
            return address;
        } catch (IllegalArgumentException e) {
            throw new Unreachable(Reason.TLS, e);
        }
    }

    private static OkHttpClient client(EngineOptions options, AtomicReference<Line> line) {
        try {
            return HttpClients.make(options.network(), options.pace(), () -> options.tokens()
                            .get(LocalEngine.PROXY_PASSWORD))
                    .newBuilder()
                    .addNetworkInterceptor(chain -> watched(chain, line))
                    .build();
        } catch (IOException e) {
            throw new Unreachable(Reason.TLS, e);
        }
    }

    private static Response watched(Interceptor.Chain chain, AtomicReference<Line> line) throws IOException {
        Connection connection = chain.connection();
        Handshake handshake = connection == null ? null : connection.handshake();
        String tls = handshake == null ? null : handshake.tlsVersion().javaName();
        line.set(new Line(tls, null));
        Response response = chain.proceed(chain.request());
        java.util.Date date = response.headers().getDate("Date");
        line.set(new Line(tls, date == null ? null : date.toInstant()));
        return response;
    }

    /** The header tells whole seconds; what lies within the call and one of them is none. */
    private static Duration skew(Instant there, Instant asked, InstantSource clock) {
        if (there == null) return null;
        if (there.isBefore(asked.minusSeconds(1))) return Duration.between(asked, there);
        Instant now = clock.instant();
        return there.isAfter(now) ? Duration.between(now, there) : Duration.ZERO;
    }

    private static String proxy(URI address, Network network) {
        Proxy first = new Proxies(network, System.getenv()).select(address).getFirst();
        return first.address() instanceof InetSocketAddress at ? at.getHostString() + ":" + at.getPort() : null;
    }
}
