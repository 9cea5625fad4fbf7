package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import feign.Param;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import steward.api.Json;
import steward.sync.ContractYaml.Filling;

/**
 * Holds every call of the client against openapi.yaml with raw JSON: what it sends fits the yaml, and every answer made
 * from the yaml is read without losing anything.
 */
class ContractTest {

    private static final List<Class<?>> INTERFACES =
            List.of(PlatformCalls.class, OrganizationCalls.class, WriteCalls.class, OnlineCalls.class);

    /** Lists the client gets by its pulls, the meeting runtime, and what it does not do. */
    private static final Set<String> NOT_CALLED = Set.of(
            "createToken",
            "listMyInvitations",
            "acceptInvitation",
            "listMembers",
            "listInvitations",
            "getInvitation",
            "listRooms",
            "listMeetings",
            "getMeeting",
            "startMeeting",
            "joinMeeting",
            "leaveMeeting",
            "recordMeeting",
            "listRecordings",
            "getSubscription",
            "listScheduledChanges",
            "listInvoices",
            "getInvoice",
            "listPaymentMethods",
            // by LiveStream and Download
            "streamEvents",
            "downloadRecording");

    private static final String TOKEN = "the-token";
    private static final ObjectMapper RAW = new ObjectMapper();
    private static final ContractYaml YAML = new ContractYaml();
    private MockWebServer server;

    @TestFactory
    Stream<DynamicTest> everyCallFitsTheContract() {
        return INTERFACES.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .flatMap(method -> Stream.of(Filling.values())
                        .map(filling -> DynamicTest.dynamicTest(
                                method.getName() + " " + filling, () -> holds(method, filling))));
    }

    @Test
    void everyRouteIsCalledOrNamedAsNotCalled() {
        Set<String> called = new HashSet<>();
        for (Class<?> type : INTERFACES) {
            for (Method method : type.getDeclaredMethods())
                called.add(operation(method).id());
        }
        assertThat(called).doesNotContainAnyElementsOf(NOT_CALLED);
        called.addAll(NOT_CALLED);
        assertThat(called).containsExactlyInAnyOrderElementsOf(YAML.operationIds());
    }

    private void holds(Method method, Filling filling) throws Exception {
        try (MockWebServer started = new MockWebServer()) {
            started.start();
            server = started;
            exchange(method, filling);
        }
    }

    private void exchange(Method method, Filling filling) throws Exception {
        ContractYaml.Operation operation = operation(method);
        JsonNode expected = enqueueAnswer(operation, filling);
        Answer<?> answer = call(method, operation, filling);
        check(server.takeRequest(), operation);
        if (expected == null) return;
        if (answer.body() instanceof byte[] bytes) {
            assertThat(bytes).asString().isEqualTo(expected.asText());
        } else {
            JsonNode read = RAW.readTree(Json.mapper().writeValueAsString(answer.body()));
            assertThat(read).isEqualTo(RAW.readTree(expected.toString()));
        }
    }

    private static ContractYaml.Operation operation(Method method) {
        String[] line = method.getAnnotation(feign.RequestLine.class).value().split("[ ?]");
        return YAML.find(line[0], line[1]).orElseThrow();
    }

    /** @return the body, or null when there is none */
    private JsonNode enqueueAnswer(ContractYaml.Operation operation, Filling filling) {
        Map.Entry<String, JsonNode> success = YAML.success(operation);
        MockResponse.Builder response = new MockResponse.Builder().code(Integer.parseInt(success.getKey()));
        success.getValue()
                .path("headers")
                .properties()
                .forEach(header -> response.setHeader(
                        header.getKey(),
                        YAML.make(YAML.resolve(header.getValue()).path("schema"), filling)
                                .asText()
                                .replace("é", "e")));
        Map.Entry<String, JsonNode> content = success.getValue().path("content").properties().stream()
                .findFirst()
                .orElse(null);
        if (content == null) {
            server.enqueue(response.build());
            return null;
        }
        boolean json = content.getKey().equals("application/json");
        JsonNode schema = content.getValue().path("schema");
        JsonNode body = json ? YAML.make(schema, filling) : TextNode.valueOf("png bytes");
        if (json) assertThat(YAML.faults(schema, body)).as("the made answer").isEmpty();
        server.enqueue(response.setHeader("Content-Type", content.getKey())
                .body(json ? body.toString() : body.asText())
                .build());
        return body;
    }

    private Answer<?> call(Method method, ContractYaml.Operation operation, Filling filling) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.getPort());
        Object client = new Calls(OkHttpClient::new, Pace.NORMAL, InstantSource.system())
                .make(method.getDeclaringClass(), () -> address, () -> TOKEN, Turnstile.OPEN);
        List<Object> arguments = new ArrayList<>();
        for (Parameter each : method.getParameters()) arguments.add(argument(each, operation, filling));
        method.setAccessible(true);
        return (Answer<?>) method.invoke(client, arguments.toArray());
    }

    private static Object argument(Parameter parameter, ContractYaml.Operation operation, Filling filling) {
        Param name = parameter.getAnnotation(Param.class);
        if (name == null) {
            JsonNode body = YAML.make(YAML.requestSchema(operation).orElseThrow(), filling);
            return Json.mapper()
                    .readValue(
                            body.toString(),
                            Json.mapper().getTypeFactory().constructType(parameter.getParameterizedType()));
        }
        if (parameter.getType() == UUID.class) return UUID.randomUUID();
        if (parameter.getType() == int.class) return 500;
        if (parameter.getType() == long.class) return 7L;
        if (parameter.getType() == Instant.class) return Instant.parse("2026-03-01T10:15:30.123Z");
        return switch (name.value()) {
            case "etag" -> "\"7\"";
            case "resolution" -> "hour";
            case "cursor" -> filling == Filling.FULL ? "b3BhcXVl+/=&" : null;
            case "token" -> "current";
            default -> throw new IllegalArgumentException("no value for " + name.value());
        };
    }

    private static void check(RecordedRequest request, ContractYaml.Operation operation) throws IOException {
        assertThat(YAML.find(request.getMethod(), request.getUrl().encodedPath())
                        .orElseThrow()
                        .id())
                .isEqualTo(operation.id());
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + TOKEN);
        Set<String> known = new HashSet<>();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            known.add(name);
            String value =
                    switch (parameter.path("in").asText()) {
                        case "query" -> request.getUrl().queryParameter(name);
                        case "header" -> request.getHeaders().get(name);
                        default -> null;
                    };
            if (parameter.path("in").asText().equals("path")) continue;
            if (parameter.path("required").asBoolean())
                assertThat(value).as(name).isNotNull();
            if (value != null) assertFits(parameter.path("schema"), value, name);
        }
        assertThat(known).containsAll(request.getUrl().queryParameterNames());
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        JsonNode schema = YAML.requestSchema(operation).orElse(null);
        if (schema == null) {
            assertThat(body).isEmpty();
        } else {
            assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
            assertThat(YAML.faults(schema, RAW.readTree(body))).as(body).isEmpty();
        }
    }

    private static void assertFits(JsonNode schema, String value, String name) throws IOException {
        boolean number = YAML.resolve(schema).path("type").asText().equals("integer");
        JsonNode node = number ? RAW.readTree(value) : TextNode.valueOf(value);
        assertThat(YAML.faults(schema, node)).as(name).isEmpty();
    }
}
