package steward.server;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import steward.api.Json;
import tools.jackson.databind.JsonNode;

/** An answer as it came over the wire. */
public record HttpAnswer(int status, HttpHeaders headers, byte[] bytes) {
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Json.mapper().readTree(bytes);
    }

    /** A header, or null. */
    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** The end of a problem's type, for example slug-taken. */
    public String problem() {
        return json().get("type").asString().substring("urn:problem:".length());
    }

    public boolean replayed() {
        return "true".equals(header("Idempotency-Replayed"));
    }
}
