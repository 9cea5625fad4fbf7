package steward.sync;

import feign.Feign;
import feign.Request;
import feign.RequestTemplate;
import feign.Retryer;
import feign.Target;
import feign.codec.DecodeException;
import feign.jackson3.Jackson3Encoder;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import steward.api.Json;

/** Makes the Feign clients of one server; what they throw is always a {@link SyncException}. Thread-safe. */
final class Calls {

    static final String BEARER = "Bearer ";

    private final Supplier<OkHttpClient> http;
    private final Pace pace;
    private final InstantSource clock;

    /** @param http asked for each call, since the network's settings may change */
    Calls(Supplier<OkHttpClient> http, Pace pace, InstantSource clock) {
        this.http = http;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * Made whole when it is first called: Feign reads all of an interface, and a start calls nobody before it shows something.
     *
     * @param token none is sent while it gives null; never logged, and sent to the server alone
     */
    <T> T make(Class<T> type, Supplier<URI> server, Supplier<String> token, Turnstile turnstile) {
        var whenCalled = new WhenCalled(() -> feign(type, server, token, turnstile));
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, whenCalled));
    }

    private <T> T feign(Class<T> type, Supplier<URI> server, Supplier<String> token, Turnstile turnstile) {
        long connect = pace.connect().toMillis();
        long answer = pace.answer().toMillis();
        CheckedClient.Wire wire =
                (request, options) -> new feign.okhttp.OkHttpClient(http.get()).execute(request, options);
        return Feign.builder()
                .client(new CheckedClient(wire, turnstile, clock))
                .retryer(Retryer.NEVER_RETRY)
                .options(new Request.Options(connect, TimeUnit.MILLISECONDS, answer, TimeUnit.MILLISECONDS, false))
                .encoder(new Jackson3Encoder(Json.mapper()))
                .decoder(new AnswerDecoder())
                .requestInterceptor(template -> authorize(template, token.get()))
                .invocationHandlerFactory((target, methods) ->
                        unwrapping(new feign.InvocationHandlerFactory.Default().create(target, methods)))
                .target(new Moving<>(type, server));
    }

    private static void authorize(RequestTemplate template, String token) {
        template.header("User-Agent", "Steward");
        if (token != null) template.header("Authorization", BEARER + token);
    }

    /** Feign wraps what a decoder throws. */
    private static InvocationHandler unwrapping(InvocationHandler handler) {
        return (proxy, method, arguments) -> {
            try {
                return handler.invoke(proxy, method, arguments);
            } catch (DecodeException e) {
                if (e.getCause() instanceof SyncException known) throw known;
                throw Failures.notTheContract(e);
            }
        };
    }

    private static final class WhenCalled implements InvocationHandler {
        private final Supplier<?> client;
        private InvocationHandler made;

        WhenCalled(Supplier<?> client) {
            this.client = client;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return made().invoke(proxy, method, arguments);
        }

        private synchronized InvocationHandler made() {
            if (made == null) made = Proxy.getInvocationHandler(client.get());
            return made;
        }
    }

    /** A server whose address may change while its identity stays. */
    private record Moving<T>(Class<T> type, Supplier<URI> server) implements Target<T> {
        @Override
        public String name() {
            return type.getSimpleName();
        }

        @Override
        public String url() {
            return server.get().toString();
        }

        @Override
        public Request apply(RequestTemplate input) {
            input.target(url());
            return input.request();
        }
    }
}
