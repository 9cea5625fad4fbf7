package steward.sync;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import steward.api.Json;
import steward.api.ProblemType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One write of the fault matrix, as a plain client repeats it: the same to the letter.
 *
 * @param token or null
 * @param key or null, also where a batch has it within
 * @param ifMatch or null
 * @param body or null
 */
record MatrixWrite(String method, String path, String token, UUID key, String ifMatch, String body) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST = 1 << 20;

    /** What came back. */
    record Reply(int status, boolean replayed, JsonNode json) {
        /** A word of the server that will not change. */
        boolean isFinal() {
            boolean running =
                    problem(json) || json.path("items").valueStream().anyMatch(item -> problem(item.path("problem")));
            return status < 500 && status != 429 && !running;
        }

        private static boolean problem(JsonNode node) {
            return node.path("type").asString("").equals(ProblemType.OPERATION_IN_PROGRESS.urn());
        }
    }

    /** Repeats until the server says something that will not change. */
    Reply answered(HttpClient http, URI server) {
        Reply[] last = new Reply[1];
        World.await(() -> "a final answer after " + last[0], () -> {
            try {
                last[0] = send(http, server);
                return last[0].isFinal();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        return last[0];
    }

    /** @throws IOException when nothing that is JSON comes back, whatever it is */
    Reply send(HttpClient http, URI server) throws IOException {
        return send(http, server, PATIENCE);
    }

    Reply send(HttpClient http, URI server, Duration patience) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(patience)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) request.header("Content-Type", "application/json");
        if (token != null) request.header("Authorization", "Bearer " + token);
        if (key != null) request.header("Idempotency-Key", key.toString());
        if (ifMatch != null) request.header("If-Match", ifMatch);
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
            return reply(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Reply reply(HttpResponse<InputStream> answer) throws IOException {
        byte[] bytes;
        try (InputStream in = answer.body()) {
            bytes = in.readNBytes(MOST);
        }
        if (bytes.length == MOST) throw new IOException("an answer without an end");
        boolean replayed = answer.headers()
                .firstValue("Idempotency-Replayed")
                .map(Boolean::parseBoolean)
                .orElse(false);
        try {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return new Reply(
                    answer.statusCode(),
                    replayed,
                    text.isEmpty()
                            ? Json.mapper().createObjectNode()
                            : Json.mapper().readTree(text));
        } catch (JacksonException e) {
            throw new IOException("no JSON", e);
        }
    }
}
