package steward.sync;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import steward.api.Contract;

/**
 * The one adapter between Feign and {@link SyncException}: an answer is read whole within a limit, its status and content
 * type are checked, and only then is it believed. Thread-safe.
 */
final class CheckedClient implements Client {

    /** Far above a page of 500 of anything. */
    static final int LARGEST_ANSWER = 32 * 1024 * 1024;

    static final String JSON = "application/json";
    static final String PNG = "image/png";
    private static final String PROBLEM = "application/problem+json";
    private static final int NO_CONTENT = 204;

    /** OkHttp, being written in Kotlin, lets interruptions through without declaring them. */
    @FunctionalInterface
    interface Wire {
        Response execute(Request request, Request.Options options) throws IOException, InterruptedException;
    }

    private final Wire wire;
    private final Turnstile turnstile;
    private final InstantSource clock;

    CheckedClient(Wire wire, Turnstile turnstile, InstantSource clock) {
        this.wire = wire;
        this.turnstile = turnstile;
        this.clock = clock;
    }

    @Override
    public Response execute(Request request, Request.Options options) {
        turnstile.pass();
        try {
            Response checked = checked(request, options);
            turnstile.answered(header(checked.headers(), Contract.SERVER_EPOCH));
            return checked;
        } catch (SyncException failure) {
            turnstile.failed(failure, token(request));
            throw failure;
        }
    }

    private static String token(Request request) {
        String authorization = header(request.headers(), "Authorization");
        return authorization == null ? null : authorization.substring(Calls.BEARER.length());
    }

    private Response checked(Request request, Request.Options options) {
        try (Response raw = wire.execute(request, options)) {
            byte[] body = raw.body() == null ? new byte[0] : read(raw.body().asInputStream());
            String type = mediaType(header(raw.headers(), "content-type"));
            if (raw.status() >= 200 && raw.status() < 300) return believed(raw, type, body);
            Duration wait = RetryAfter.read(
                            header(raw.headers(), "retry-after"), header(raw.headers(), "date"), clock.instant())
                    .orElse(null);
            throw Failures.of(raw.status(), type.equals(PROBLEM), body, wait);
        } catch (IOException e) {
            throw Failures.of(e);
        } catch (InterruptedException e) {
            throw Failures.interrupted(e);
        }
    }

    private static Response believed(Response raw, String type, byte[] body) {
        boolean ofContract = raw.status() == NO_CONTENT ? body.length == 0 : type.equals(JSON) || type.equals(PNG);
        if (!ofContract || header(raw.headers(), Contract.SERVER_EPOCH) == null) throw Failures.notTheContract(null);
        return raw.toBuilder().body(body).build();
    }

    private static byte[] read(InputStream in) throws IOException {
        try (in) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[16 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (out.size() + n > LARGEST_ANSWER) throw new TooLargeAnswerException(LARGEST_ANSWER);
                out.write(buffer, 0, n);
            }
            return out.toByteArray();
        }
    }

    /** A header's first value, or null. */
    static String header(Map<String, Collection<String>> headers, String name) {
        for (Map.Entry<String, Collection<String>> each : headers.entrySet()) {
            if (each.getKey().equalsIgnoreCase(name) && !each.getValue().isEmpty()) {
                return each.getValue().iterator().next();
            }
        }
        return null;
    }

    private static String mediaType(String contentType) {
        if (contentType == null) return "";
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT);
    }
}
