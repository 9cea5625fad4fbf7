package steward.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import steward.api.Contract;

/** openapi.yaml as raw JSON: finds its operations, checks values against its schemas, makes values from them. */
final class ContractYaml {

    /** How full a made value is. */
    enum Filling {
        FULL,
        /** Null where that is allowed, no item in any array. */
        SPARSE
    }

    record Operation(String id, String method, String path, JsonNode node, List<JsonNode> parameters) {}

    private static final Map<String, String> BY_PATTERN = Map.of(
            "^#[0-9a-f]{6}$", "#a1b2c3",
            "^\"[0-9]+\"$", "\"7\"",
            "^[a-z0-9]+(-[a-z0-9]+)*$", "main-room",
            "^[A-Z]{3}$", "USD",
            "^[0-9]{4}$", "4242",
            "^[0-9A-Za-z]{4,16}$", "12ab");

    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();

    ContractYaml() {
        try (InputStream in = Contract.yaml()) {
            root = new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (method.getKey().equals("parameters")) return;
                    List<JsonNode> parameters = new ArrayList<>();
                    path.getValue().path("parameters").forEach(each -> parameters.add(resolve(each)));
                    method.getValue().path("parameters").forEach(each -> parameters.add(resolve(each)));
                    operations.add(new Operation(
                            method.getValue().path("operationId").asText(),
                            method.getKey().toUpperCase(java.util.Locale.ROOT),
                            path.getKey(),
                            method.getValue(),
                            parameters));
                }));
    }

    List<String> operationIds() {
        return operations.stream().map(Operation::id).toList();
    }

    /** The operations that are no reading by their method. */
    List<String> writes() {
        return operations.stream()
                .filter(each -> !each.method().equals("GET"))
                .map(Operation::id)
                .toList();
    }

    /** The operation of a request; literal segments win over parameters. */
    Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(each -> each.method().equals(method) && path.matches(pattern(each.path())))
                .min(java.util.Comparator.comparingLong(
                        each -> each.path().chars().filter(c -> c == '{').count()));
    }

    Operation operation(String id) {
        return operations.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The schema of a request's body, if it takes one. */
    Optional<JsonNode> requestSchema(Operation operation) {
        JsonNode body = resolve(operation.node().path("requestBody"));
        JsonNode schema = body.path("content").path("application/json").path("schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
    }

    /** The success answer of an operation: status and response. */
    Map.Entry<String, JsonNode> success(Operation operation) {
        return operation.node().path("responses").properties().stream()
                .filter(each -> each.getKey().startsWith("2"))
                .map(each -> Map.entry(each.getKey(), resolve(each.getValue())))
                .findFirst()
                .orElseThrow();
    }

    /** What is wrong with a value; empty when it fits. */
    List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("components", root.path("components"));
        document.putArray("allOf").add(schema);
        JsonSchema compiled = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        document,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        return compiled.validate(value).stream().map(Object::toString).collect(Collectors.toList());
    }

    JsonNode resolve(JsonNode node) {
        JsonNode resolved = node;
        while (resolved.has("$ref")) {
            resolved = root.at(resolved.path("$ref").asText().substring(1));
        }
        return resolved;
    }

    JsonNode make(JsonNode given, Filling filling) {
        JsonNode schema = resolve(given);
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (schema.has("oneOf")) {
            boolean empty = filling == Filling.SPARSE;
            for (JsonNode each : schema.path("oneOf")) {
                if (isNull(each) == empty) return make(each, filling);
            }
            return make(schema.path("oneOf").get(0), filling);
        }
        if (schema.has("const")) return schema.path("const");
        List<String> types = types(schema);
        if (types.isEmpty() || (types.contains("null") && filling == Filling.SPARSE)) return json.nullNode();
        return switch (types.getFirst()) {
            case "object" -> object(schema, filling);
            case "array" -> array(schema, filling);
            case "integer" -> json.numberNode(Math.max(3, schema.path("minimum").asInt(0)));
            case "number" -> json.numberNode(2.5);
            case "boolean" -> json.booleanNode(filling == Filling.FULL);
            case "null" -> json.nullNode();
            default -> json.textNode(text(schema));
        };
    }

    private ObjectNode object(JsonNode schema, Filling filling) {
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        schema.path("properties").properties().forEach(each -> made.set(each.getKey(), make(each.getValue(), filling)));
        return made;
    }

    private ArrayNode array(JsonNode schema, Filling filling) {
        ArrayNode made = JsonNodeFactory.instance.arrayNode();
        int items = Math.max(
                filling == Filling.FULL ? 2 : 0, schema.path("minItems").asInt(0));
        for (int i = 0; i < items; i++) made.add(make(schema.path("items"), filling));
        return made;
    }

    private static String text(JsonNode schema) {
        if (schema.has("enum")) return schema.path("enum").get(0).asText();
        if (schema.has("pattern")) return BY_PATTERN.get(schema.path("pattern").asText());
        return switch (schema.path("format").asText()) {
            case "uuid" -> "0195f0a0-0000-7000-8000-000000000001";
            case "date-time" -> "2026-03-01T10:15:30.123Z";
            default -> schema.path("contentEncoding").asText().equals("base64") ? "iVBORw0K" : "a text é";
        };
    }

    private static boolean isNull(JsonNode schema) {
        return schema.path("type").asText().equals("null");
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        List<String> types = new ArrayList<>();
        if (type.isArray()) type.forEach(each -> types.add(each.asText()));
        else if (type.isTextual()) types.add(type.asText());
        return types;
    }

    private static String pattern(String path) {
        return path.replaceAll("\\{[^}]+}", "[^/]+");
    }
}
