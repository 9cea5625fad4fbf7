package steward.sync;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.TlsVersion;

/**
 * Makes the one HTTP client of calls, downloads and the live stream. Redirects are not followed (a token goes nowhere it
 * was not meant for), and nothing is sent twice by it: retrying is the outbox's alone. Stateless.
 */
final class HttpClients {

    /** Shorter than servers commonly keep an idle connection, so that a call seldom meets a dead one. */
    private static final Duration KEPT_ALIVE = Duration.ofSeconds(20);

    private static final int UNAVAILABLE = 503;

    private HttpClients() {}

    static OkHttpClient make(Network network, Pace pace, Supplier<Optional<String>> proxyPassword) throws IOException {
        X509TrustManager trust = Trust.of(network.caFile());
        ConnectionSpec tls = new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                .tlsVersions(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2)
                .build();
        Proxies proxies = new Proxies(network, System.getenv());
        return new OkHttpClient.Builder()
                .proxySelector(proxies)
                .proxyAuthenticator(proxies.authenticator(proxyPassword))
                .sslSocketFactory(context(trust).getSocketFactory(), trust)
                // plain text only ever to this computer: ServerAddress
                .connectionSpecs(List.of(tls, ConnectionSpec.CLEARTEXT))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(HttpClients::once)
                .connectTimeout(pace.connect())
                .readTimeout(pace.answer())
                .writeTimeout(pace.answer())
                .callTimeout(pace.answer())
                .connectionPool(new ConnectionPool(5, KEPT_ALIVE.toSeconds(), TimeUnit.SECONDS))
                .build();
    }

    /** OkHttp sends a call again by itself when 503 comes with a wait of no time at all: that is as good as none asked. */
    private static Response once(Interceptor.Chain chain) throws IOException {
        Response answer = chain.proceed(chain.request());
        boolean atOnce = answer.code() == UNAVAILABLE && "0".equals(answer.header("Retry-After"));
        return atOnce ? answer.newBuilder().removeHeader("Retry-After").build() : answer;
    }

    private static SSLContext context(TrustManager trust) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS", e);
        }
    }
}
