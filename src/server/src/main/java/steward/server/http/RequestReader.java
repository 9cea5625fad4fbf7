package steward.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import steward.api.Contract;
import steward.api.InvalidFieldException;
import steward.api.Json;
import steward.api.ProblemType;
import steward.server.contract.Operation;
import steward.server.contract.SchemaCheck;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads parameters and body of a request and checks the parameters against the contract. Thread-safe. */
final class RequestReader {
    /** Where a body once read is kept with its request. */
    private static final String READ = "steward.body";
    /** Room for a logo in base64, and for a batch of 500. */
    private static final int LARGEST = 2 * 1024 * 1024;

    private final SchemaCheck check;

    RequestReader(SchemaCheck check) {
        this.check = check;
    }

    Call.Parameters parameters(Context http, Operation operation) {
        Map<String, String> query = new HashMap<>();
        Map<String, String> headers = new HashMap<>();
        for (Operation.Parameter each : operation.parameters()) {
            String text =
                    switch (each.in()) {
                        case "query" -> http.queryParam(each.name());
                        case "header" -> http.header(each.name());
                        default -> null;
                    };
            if (text != null) (each.in().equals("query") ? query : headers).put(each.name(), text);
        }
        return new Call.Parameters(http.pathParamMap(), query, headers);
    }

    /** Holds the parameters against the contract; ids of the path are looked at where they are used. */
    void check(Call call) {
        for (Operation.Parameter each : call.operation().parameters()) {
            if (each.in().equals("path")) continue;
            String text = each.in().equals("query")
                    ? call.parameters().query().get(each.name())
                    : call.parameters().headers().get(each.name());
            if (text == null) checkAbsent(each);
            else checkPresent(each, text);
        }
    }

    private static void checkAbsent(Operation.Parameter parameter) {
        if (!parameter.required()) return;
        switch (parameter.name()) {
            case Contract.IDEMPOTENCY_KEY ->
                throw ProblemException.of(
                        ProblemType.MISSING_KEY,
                        "A change needs an Idempotency-Key of its own, a UUID, so that it is never done twice.");
            case "If-Match" ->
                throw ProblemException.of(
                        ProblemType.MISSING_IF_MATCH,
                        "Say with If-Match which version you change, so that nobody's change is lost.");
            default -> throw new InvalidFieldException(parameter.name(), "is missing");
        }
    }

    private void checkPresent(Operation.Parameter parameter, String text) {
        // A stream is resumed by whatever id the client has; what cannot be read counts as none.
        if (parameter.name().equals("Last-Event-ID")) return;
        boolean number = parameter.schema().path("type").asString("").equals("integer");
        boolean readable = !number || text.matches("-?[0-9]{1,18}");
        if (!readable) throw new InvalidFieldException(parameter.name(), "is no number");
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        try {
            check.check(
                    parameter.schema(),
                    number ? nodes.numberNode(Long.parseLong(text)) : nodes.stringNode(text),
                    parameter.name());
        } catch (InvalidFieldException e) {
            if (!parameter.name().equals(Contract.IDEMPOTENCY_KEY)) throw e;
            throw ProblemException.of(ProblemType.MALFORMED, "The Idempotency-Key is not a UUID.");
        }
    }

    /** The body as a tree, or null where the operation takes none. */
    JsonNode body(Context http, Operation operation) {
        if (operation.body() == null) return null;
        JsonNode read = http.attribute(READ);
        if (read != null) return read;
        String type = http.contentType();
        String plain = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!plain.equals("application/json")) {
            throw ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
        }
        try {
            JsonNode tree = Json.strict().readTree(bytes(http));
            if (!tree.isMissingNode()) {
                http.attribute(READ, tree);
                return tree;
            }
        } catch (JacksonException e) {
            throw malformed();
        }
        throw malformed();
    }

    /** Holds the body against the contract. */
    void checkBody(Call call) {
        check.check(call.operation().body(), call.json(), "");
    }

    private static ProblemException malformed() {
        return ProblemException.of(ProblemType.MALFORMED, "The body is not JSON that can be read.");
    }

    private static byte[] bytes(Context http) {
        if (http.req().getContentLengthLong() > LARGEST) throw tooLarge();
        try {
            byte[] bytes = http.bodyInputStream().readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) throw tooLarge();
            return bytes;
        } catch (IOException brokenOff) {
            throw new FaultGate.CutException();
        }
    }

    private static ProblemException tooLarge() {
        return ProblemException.of(
                ProblemType.TOO_LARGE, "The request is larger than 2 MiB. Send it in smaller parts.");
    }
}
