package steward.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi31;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import steward.api.Contract;

/** Holds answers against openapi.yaml itself: a schema library over the raw file and a route table of its own. */
public final class ContractCheck {
    private static final String YAML = "classpath:steward/api/openapi.yaml#";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final ObjectMapper json = new ObjectMapper();
    private final JsonNode root;
    private final List<Route> routes = new ArrayList<>();
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012, builder -> builder.metaSchema(OpenApi31.getInstance())
                    .defaultMetaSchemaIri(OpenApi31.getInstance().getIri()));
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /** An operation as the raw file has it. */
    public record Route(String id, String method, String path, String pointer, Pattern pattern) {}

    public ContractCheck() {
        try (InputStream in = Contract.yaml()) {
            root = new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (!METHODS.contains(method.getKey())) continue;
                String pointer = "/paths/" + path.getKey().replace("/", "~1") + "/" + method.getKey();
                Pattern pattern = Pattern.compile(path.getKey().replaceAll("\\{[a-zA-Z]+}", "[^/]+"));
                String id = method.getValue().get("operationId").asText();
                routes.add(new Route(id, method.getKey().toUpperCase(), path.getKey(), pointer, pattern));
            }
        }
        // Fixed paths before those with parameters: /invitations/batch before /invitations/{invitationId}.
        routes.sort((a, b) -> Boolean.compare(a.path().endsWith("}"), b.path().endsWith("}")));
    }

    public List<Route> routes() {
        return List.copyOf(routes);
    }

    public Route route(String id) {
        return routes.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    /** Complains about whatever in an answer the contract does not allow. */
    public void answer(String method, String path, HttpAnswer answer) {
        String where = method + " " + path + " -> " + answer.status() + " ";
        Route route = find(method, path);
        if (route == null) {
            problem(where, answer);
            return;
        }
        JsonNode responses = root.at(route.pointer()).get("responses");
        String key = responses.has(String.valueOf(answer.status())) ? String.valueOf(answer.status()) : "default";
        if (key.equals("default") && answer.status() < 400) throw new AssertionError(where + "is not in the contract");
        Located response = resolve(route.pointer() + "/responses/" + key);
        headers(where, response, answer);
        body(where, response, answer);
    }

    /** Complains when the server took a body that the contract, and so a proxy made from it, refuses. */
    public void accepted(String method, String path, String body) {
        Route route = find(method, path);
        Located request = resolve(route.pointer() + "/requestBody");
        try {
            complain(
                    method + " " + path + " " + body,
                    schema(request.pointer() + "/content/application~1json/schema")
                            .validate(json.readTree(body)));
        } catch (IOException e) {
            throw new AssertionError("the server took what is no JSON: " + body, e);
        }
    }

    private record Located(String pointer, JsonNode node) {}

    /** The operation of a request, or null. */
    private Route find(String method, String path) {
        String plain = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        return routes.stream()
                .filter(each -> each.method().equals(method)
                        && each.pattern().matcher(plain).matches())
                .findFirst()
                .orElse(null);
    }

    private Located resolve(String pointer) {
        JsonNode node = root.at(pointer);
        if (node.isMissingNode()) throw new AssertionError("openapi.yaml has nothing at " + pointer);
        return node.has("$ref") ? resolve(node.get("$ref").asText().substring(1)) : new Located(pointer, node);
    }

    private void headers(String where, Located response, HttpAnswer answer) {
        for (Map.Entry<String, JsonNode> each : response.node().path("headers").properties()) {
            Located header =
                    resolve(response.pointer() + "/headers/" + each.getKey().replace("/", "~1"));
            String value = answer.header(each.getKey());
            if (value == null) {
                if (header.node().path("required").asBoolean()) {
                    throw new AssertionError(where + "lacks the header " + each.getKey());
                }
                continue;
            }
            complain(
                    where + each.getKey() + ": " + value,
                    schema(header.pointer() + "/schema")
                            .validate(typed(header.node().get("schema"), value)));
        }
    }

    private static JsonNode typed(JsonNode schema, String value) {
        return switch (schema.path("type").asText()) {
            case "integer" -> LongNode.valueOf(Long.parseLong(value));
            case "boolean" -> BooleanNode.valueOf(Boolean.parseBoolean(value));
            default -> TextNode.valueOf(value);
        };
    }

    private void body(String where, Located response, HttpAnswer answer) {
        JsonNode content = response.node().path("content");
        if (content.isMissingNode()) {
            if (answer.bytes().length > 0) throw new AssertionError(where + "has a body");
            return;
        }
        String type = String.valueOf(answer.header("Content-Type")).split(";")[0];
        if (!content.has(type)) throw new AssertionError(where + "is of type " + type);
        if (!type.endsWith("json")) return;
        JsonNode tree = tree(where, answer);
        complain(
                where + answer.text(),
                schema(response.pointer() + "/content/" + type.replace("/", "~1") + "/schema")
                        .validate(tree));
        if (tree.has("status") && type.contains("problem") && tree.get("status").asInt() != answer.status()) {
            throw new AssertionError(where + "its problem says " + tree.get("status"));
        }
    }

    /** What no operation answers must still be a problem as the contract has them. */
    private void problem(String where, HttpAnswer answer) {
        body(where, resolve("/components/responses/Problem"), answer);
        headers(where, resolve("/components/responses/Problem"), answer);
    }

    private JsonNode tree(String where, HttpAnswer answer) {
        try {
            return json.readTree(answer.text());
        } catch (IOException e) {
            throw new AssertionError(where + "is no JSON: " + answer.text(), e);
        }
    }

    private final Map<String, com.networknt.schema.JsonSchema> compiled = new TreeMap<>();

    private synchronized com.networknt.schema.JsonSchema schema(String pointer) {
        return compiled.computeIfAbsent(pointer, each -> schemas.getSchema(SchemaLocation.of(YAML + each), config));
    }

    private static void complain(String where, Set<ValidationMessage> messages) {
        if (!messages.isEmpty()) throw new AssertionError(where + " breaks the contract: " + messages);
    }
}
