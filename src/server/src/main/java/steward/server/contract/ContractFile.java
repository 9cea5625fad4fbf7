package steward.server.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;
import steward.api.Contract;
import steward.api.Json;
import steward.server.contract.Operation.Parameter;
import tools.jackson.databind.JsonNode;

/** openapi.yaml, read once. Immutable, thread-safe. */
public final class ContractFile {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode root;
    private final List<Operation> operations;

    private ContractFile(JsonNode root) {
        this.root = root;
        List<Operation> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    found.add(operation(path.getKey(), path.getValue(), method.getKey(), method.getValue()));
                }
            }
        }
        this.operations = List.copyOf(found);
    }

    public static ContractFile read() {
        try (InputStream in = Contract.yaml()) {
            Object tree = new Yaml().load(in);
            return new ContractFile(Json.mapper().valueToTree(tree));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Operation> operations() {
        return operations;
    }

    public Operation operation(String id) {
        return operations.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("openapi.yaml has no operation " + id));
    }

    /** A schema of the components. */
    public JsonNode schema(String name) {
        return root.get("components").get("schemas").get(name);
    }

    /** Follows a reference; anything else is returned as it is. */
    JsonNode resolve(JsonNode node) {
        if (!node.has("$ref")) return node;
        String pointer = node.get("$ref").asString().substring(1);
        JsonNode target = root.at(pointer);
        if (target.isMissingNode()) throw new NoSuchElementException("openapi.yaml refers to nothing: " + pointer);
        return resolve(target);
    }

    private Operation operation(String path, JsonNode shared, String method, JsonNode node) {
        List<Parameter> parameters = new ArrayList<>();
        shared.path("parameters").forEach(each -> parameters.add(parameter(resolve(each))));
        node.path("parameters").forEach(each -> parameters.add(parameter(resolve(each))));
        JsonNode body = null;
        if (node.has("requestBody")) {
            JsonNode content = resolve(node.get("requestBody")).get("content");
            body = content.get("application/json").get("schema");
        }
        String id = node.get("operationId").asString();
        String guard = node.get("x-action").asString();
        return new Operation(id, method.toUpperCase(Locale.ROOT), path, guard, List.copyOf(parameters), body);
    }

    private static Parameter parameter(JsonNode node) {
        return new Parameter(
                node.get("name").asString(),
                node.get("in").asString(),
                node.path("required").asBoolean(false),
                node.get("schema"));
    }
}
