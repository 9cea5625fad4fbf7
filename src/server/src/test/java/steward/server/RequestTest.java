package steward.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.api.Ids;
import steward.server.Faults.Fault;

/** What cannot be a request of the contract is refused with words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestTest {
    private World world;

    @BeforeAll
    void start(@TempDir Path folder) {
        world = new World(folder);
    }

    @AfterEach
    void calm() {
        world.faults.clear();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void asksForAToken() {
        assertThat(world.owner.wire().as(null).get("/v1/me").problem()).isEqualTo("unauthorized");
        HttpAnswer wrong = world.owner.wire().as("stw_wrong").get("/v1/me");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void answersUnknownAddressesAndMethodsWithProblems() {
        assertThat(world.owner.wire().get("/v1/nothing").problem()).isEqualTo("not-found");
        assertThat(world.owner.wire().get("/").problem()).isEqualTo("not-found");
        HttpAnswer method = world.owner.wire().send("PUT", "/v1/me", "{}", Map.of());
        assertThat(method.problem()).isEqualTo("method-not-allowed");
        assertThat(method.header("Allow")).isEqualTo("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "01a20bb1-66a9-7812-be3a-065c83e26a3", "%00", "..%2F..%2Fetc"})
    void findsNothingUnderWhatIsNoId(String id) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(world.server.url() + world.path("/rooms/" + id)))
                .header("Authorization", "Bearer " + world.owner.wire().token());
        int status = world.http.send(request.build(), BodyHandlers.ofString()).statusCode();
        assertThat(status).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "nonsense", "{\"name\":\"a\"} {}"})
    void refusesWhatIsNoJson(String body) {
        HttpAnswer answer = edit(body, "application/json");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed");
    }

    @Test
    void refusesAnotherContentType() {
        assertThat(edit("{\"name\":\"a\"}", "text/plain").status()).isEqualTo(415);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        String huge = "{\"image\":\"" + "A".repeat(3 * 1024 * 1024) + "\"}";
        HttpAnswer answer = world.owner.wire().put(world.path("/logo"), huge);
        assertThat(answer.problem()).isEqualTo("too-large");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{}|body",
                "[]|body",
                "{\"name\":null}|name",
                "{\"name\":\"\"}|name",
                "{\"name\":\"  \"}|name",
                "{\"name\":3}|name",
                "{\"color\":\"x\"}|color",
                "{\"accentColor\":\"#FFF\"}|accentColor",
                "{\"accentColor\":\"#ffffff\\n\"}|accentColor",
                "{\"name\":\"a\\u0000b\"}|name",
            })
    void namesTheFieldAtFault(String body, String field) {
        HttpAnswer answer = edit(body, "application/json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
    }

    @Test
    void countsCharactersNotBytes() {
        HttpAnswer longest = edit("{\"description\":\"" + "\uD83D\uDE80".repeat(500) + "\"}", "application/json");
        assertThat(longest.status()).isIn(200, 412);
        HttpAnswer longer = edit("{\"description\":\"" + "\uD83D\uDE80".repeat(501) + "\"}", "application/json");
        assertThat(longer.json().get("field").asString()).isEqualTo("description");
    }

    @Test
    void wantsAVersion() {
        Map<String, String> keyed = Map.of("Idempotency-Key", Ids.next().toString());
        HttpAnswer none = world.owner.wire().send("PATCH", world.path(""), "{\"name\":\"a\"}", keyed);
        assertThat(none.problem()).isEqualTo("missing-if-match");
        Map<String, String> odd = Map.of("Idempotency-Key", Ids.next().toString(), "If-Match", "*");
        HttpAnswer star = world.owner.wire().send("PATCH", world.path(""), "{\"name\":\"a\"}", odd);
        assertThat(star.json().get("field").asString()).isEqualTo("If-Match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "limit=99999999999999999999", "cursor=x", "cursor=MSB4"})
    void refusesBadPaging(String query) {
        HttpAnswer answer = world.owner.wire().get(world.path("/members?" + query));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("field").asString()).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/changes", "/changes?after=-1", "/changes?after=x", "/audit?objectId=x"})
    void refusesBadParameters(String path) {
        assertThat(world.owner.wire().get(world.path(path)).status()).isEqualTo(422);
    }

    @Test
    void slowsDownACallerThatAsksFarTooOftenAndNobodyElse() {
        HttpAnswer last = null;
        for (int i = 0; i <= 2000; i++) last = world.stranger.wire().get("/v1/me");
        assertThat(last.problem()).isEqualTo("too-many-requests");
        assertThat(last.header("Retry-After")).isEqualTo("1");
        assertThat(world.owner.wire().get("/v1/me").status()).isEqualTo(200);
        world.clock.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 2000; i++) last = world.stranger.wire().get("/v1/me");
        assertThat(last.status()).isEqualTo(200);
        assertThat(world.stranger.wire().get("/v1/me").status()).isEqualTo(429);
    }

    @Test
    void doesWhatATestPlansToGoWrong() throws Exception {
        world.faults.next("getMe", new Fault.Status(503, "7"));
        assertThat(world.owner.wire().get("/v1/me").header("Retry-After")).isEqualTo("7");
        // The JDK's client repeats a GET by itself.
        world.faults.plan(request -> request.operationId().equals("getMe"), 5, new Fault.Refuse());
        assertThatThrownBy(() -> world.owner.wire().trySend("GET", "/v1/me", null, Map.of()))
                .isInstanceOf(IOException.class);
        world.faults.clear();
        world.faults.next("getMe", new Fault.Html());
        assertThat(raw().headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        world.faults.next("getMe", new Fault.Garbage());
        assertThat(raw().body()).contains("not json");
        world.faults.next("getMe", new Fault.Delay(Duration.ofMillis(150)));
        long began = System.nanoTime();
        assertThat(raw().statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        assertThat(world.owner.wire().get("/v1/me").status()).as("once only").isEqualTo(200);
    }

    private java.net.http.HttpResponse<String> raw() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(world.server.url() + "/v1/me"))
                .header("Authorization", "Bearer " + world.owner.wire().token());
        return world.http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpAnswer edit(String body, String type) {
        Map<String, String> headers =
                Map.of("Idempotency-Key", Ids.next().toString(), "If-Match", "\"1\"", "Content-Type", type);
        return world.owner.wire().send("PATCH", world.path(""), body, headers);
    }
}
