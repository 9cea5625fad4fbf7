package steward.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import steward.api.Ids;

/**
 * Plain HTTP with one account's token; every answer is held against the contract before a test sees it.
 *
 * @param token or null
 */
public record Wire(HttpClient http, ContractCheck contract, String url, String token) {
    public Wire as(String other) {
        return new Wire(http, contract, url, other);
    }

    public HttpAnswer get(String path) {
        return send("GET", path, null, Map.of());
    }

    /** A change with a fresh key. */
    public HttpAnswer post(String path, String body) {
        return post(path, body, Ids.next());
    }

    public HttpAnswer post(String path, String body, UUID key) {
        return send("POST", path, body, Map.of("Idempotency-Key", key.toString()));
    }

    public HttpAnswer put(String path, String body) {
        return send("PUT", path, body, Map.of("Idempotency-Key", Ids.next().toString()));
    }

    public HttpAnswer patch(String path, long version, String body) {
        return send("PATCH", path, body, keyed(version));
    }

    public HttpAnswer delete(String path, long version) {
        return send("DELETE", path, null, keyed(version));
    }

    public HttpAnswer send(String method, String path, String body, Map<String, String> headers) {
        try {
            return trySend(method, path, body, headers);
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        }
    }

    /** As {@link #send}, for tests in which the line may be cut. */
    public HttpAnswer trySend(String method, String path, String body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        Map<String, String> all = new LinkedHashMap<>();
        if (body != null) all.put("Content-Type", "application/json");
        if (token != null) all.put("Authorization", "Bearer " + token);
        all.putAll(headers);
        all.forEach(request::header);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            HttpAnswer answer = new HttpAnswer(response.statusCode(), response.headers(), response.body());
            contract.answer(method, path, answer);
            if (answer.status() < 300 && body != null) contract.accepted(method, path, body);
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> keyed(long version) {
        return Map.of("Idempotency-Key", Ids.next().toString(), "If-Match", "\"" + version + "\"");
    }
}
