package steward.sync;

import com.launchdarkly.eventsource.CommentEvent;
import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.ErrorStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import com.launchdarkly.eventsource.StreamEvent;
import com.launchdarkly.eventsource.StreamException;
import com.launchdarkly.eventsource.StreamHttpErrorException;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import steward.api.Contract;

/** One connection to the live stream of one organization, read until it breaks. Thread-safe; read from one thread. */
final class LiveStream implements AutoCloseable {

    /** Told on the reading thread. */
    interface Listener {
        void opened();

        /** Something came, if only a sign of life. */
        void alive();

        void event(String name, String data);
    }

    private static final int SERVER_FAULT = 500;

    private final EventSource source;
    private final Turnstile turnstile;
    /** What the connecting found out before the library wraps it. */
    private final AtomicReference<SyncException> refusal = new AtomicReference<>();

    /**
     * @param lastEventId where to go on, or null
     */
    LiveStream(URI address, String token, String lastEventId, OkHttpClient http, Pace pace, Turnstile turnstile) {
        this.turnstile = turnstile;
        OkHttpClient streaming = http.newBuilder()
                .callTimeout(0, TimeUnit.MILLISECONDS)
                .readTimeout(pace.silence())
                .addInterceptor(chain -> checked(chain.proceed(chain.request())))
                .build();
        this.source = new EventSource.Builder(ConnectStrategy.http(address)
                        .httpClient(streaming)
                        .headers(Headers.of("Authorization", Calls.BEARER + token, "User-Agent", "Steward")))
                .errorStrategy(ErrorStrategy.alwaysThrow())
                .retryDelay(0, TimeUnit.MILLISECONDS)
                .lastEventId(lastEventId)
                .build();
    }

    /** Reads until it breaks or is closed; always ends with an exception that says how. */
    SyncException read(Listener listener) {
        try {
            turnstile.pass();
            start();
            listener.opened();
            while (true) {
                StreamEvent event = source.readAnyEvent();
                if (event instanceof MessageEvent message) listener.event(message.getEventName(), message.getData());
                if (event instanceof MessageEvent || event instanceof CommentEvent) listener.alive();
            }
        } catch (SyncException e) {
            return e;
        } catch (StreamException e) {
            SyncException known = refusal.get();
            return known != null ? known : failure(e);
        } catch (InterruptedException e) {
            return Failures.interrupted(e);
        } finally {
            source.close();
        }
    }

    /** OkHttp, being written in Kotlin, lets interruptions through without declaring them. */
    private void start() throws StreamException, InterruptedException {
        source.start();
    }

    /** Where a following stream goes on, or null. */
    String lastEventId() {
        return source.getLastEventId();
    }

    private Response checked(Response response) throws IOException {
        String type = response.header("Content-Type", "");
        if (response.isSuccessful() && !type.startsWith("text/event-stream")) {
            response.close();
            refusal.set(Failures.notTheContract(null));
            throw new IOException("not a stream: " + type);
        }
        if (!response.isSuccessful() && response.code() < SERVER_FAULT) {
            byte[] body = response.peekBody(CheckedClient.LARGEST_ANSWER).bytes();
            refusal.set(Failures.of(response.code(), type.startsWith("application/problem+json"), body, null));
        }
        String epoch = response.header(Contract.SERVER_EPOCH);
        if (epoch != null) believed(response, epoch);
        return response;
    }

    private void believed(Response response, String epoch) throws IOException {
        try {
            turnstile.answered(epoch);
        } catch (SyncException e) {
            response.close();
            refusal.set(e);
            throw new IOException(e);
        }
    }

    private static SyncException failure(StreamException failure) {
        if (failure instanceof StreamHttpErrorException status)
            return new SyncException.ServerFault(status.getCode(), null);
        IOException cause = failure.getCause() instanceof IOException io ? io : new IOException(failure);
        return Failures.of(cause);
    }

    @Override
    public void close() {
        source.close();
    }
}
