package steward.server.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import steward.api.InvalidFieldException;
import tools.jackson.databind.JsonNode;

/**
 * Checks a value against a schema of the contract, as far as the contract uses JSON Schema; a keyword it does not know
 * is an error of the server, never passed over. Thread-safe.
 */
public final class SchemaCheck {
    /** What says nothing about whether a value fits. */
    private static final Set<String> REMARKS = Set.of("description", "default", "contentEncoding");

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ContractFile contract;

    public SchemaCheck(ContractFile contract) {
        this.contract = contract;
    }

    /**
     * Checks a value; its fields are named by their path, for example {@code settings.passcode}.
     *
     * @throws InvalidFieldException for the first field that does not fit
     */
    public void check(JsonNode schema, JsonNode value, String field) {
        if (schema.has("$ref")) {
            check(contract.resolve(schema), value, field);
            return;
        }
        if (schema.has("oneOf")) {
            oneOf(schema.get("oneOf"), value, field);
            return;
        }
        type(schema, value, field);
        if (value.isNull()) return;
        for (Map.Entry<String, JsonNode> rule : schema.properties()) rule(rule, schema, value, field);
    }

    private void rule(Map.Entry<String, JsonNode> rule, JsonNode schema, JsonNode value, String field) {
        JsonNode limit = rule.getValue();
        switch (rule.getKey()) {
            case "type", "additionalProperties" -> {}
            case "required" -> required(limit, value, field);
            case "properties" -> properties(schema, value, field);
            case "minProperties" -> refuseIf(value.size() < limit.asInt(), field, "has nothing in it");
            case "items" -> items(limit, value, field);
            case "minItems" -> refuseIf(value.size() < limit.asInt(), field, "is empty");
            case "maxItems" -> refuseIf(value.size() > limit.asInt(), field, "has more than " + limit + " entries");
            case "enum" -> enumeration(limit, value, field);
            case "minLength" -> refuseIf(length(value) < limit.asInt(), field, "is empty");
            case "maxLength" ->
                refuseIf(length(value) > limit.asInt(), field, "is longer than " + limit + " characters");
            case "pattern" ->
                refuseIf(!pattern(limit.asString()).matcher(value.asString()).find(), field, "is misspelled");
            case "format" -> format(limit.asString(), value, field);
            case "minimum" -> refuseIf(value.asLong() < limit.asLong(), field, "is less than " + limit);
            case "maximum" -> refuseIf(value.asLong() > limit.asLong(), field, "is more than " + limit);
            default -> {
                if (!REMARKS.contains(rule.getKey())) {
                    throw new IllegalStateException("openapi.yaml uses an unknown keyword: " + rule.getKey());
                }
            }
        }
    }

    /** JSON Schema's dollar is the very end, Java's also stands before a last line break. */
    private static Pattern pattern(String text) {
        return Pattern.compile(text.endsWith("$") ? text.substring(0, text.length() - 1) + "\\z" : text);
    }

    private void oneOf(JsonNode choices, JsonNode value, String field) {
        Optional<InvalidFieldException> refusal = Optional.empty();
        for (JsonNode choice : choices) {
            boolean forNull = "null".equals(choice.path("type").asString(""));
            if (forNull != value.isNull()) continue;
            try {
                check(choice, value, field);
                return;
            } catch (InvalidFieldException e) {
                refusal = Optional.of(e);
            }
        }
        throw refusal.orElseGet(() -> new InvalidFieldException(field, "is missing"));
    }

    private static void type(JsonNode schema, JsonNode value, String field) {
        JsonNode type = schema.get("type");
        if (type == null) return;
        boolean fits = false;
        if (type.isArray()) {
            for (JsonNode each : type) fits |= isOf(each.asString(), value);
        } else {
            fits = isOf(type.asString(), value);
        }
        if (!fits) throw new InvalidFieldException(field, value.isNull() ? "is missing" : "is of the wrong kind");
        // No database keeps it, and no text needs it.
        refuseIf(value.isString() && value.asString().indexOf('\0') >= 0, field, "has a zero character in it");
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber() && value.canConvertToLong();
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            default -> throw new IllegalStateException("openapi.yaml uses an unknown type: " + type);
        };
    }

    private static void required(JsonNode names, JsonNode value, String field) {
        for (JsonNode name : names) {
            if (!value.has(name.asString())) {
                throw new InvalidFieldException(inside(field, name.asString()), "is missing");
            }
        }
    }

    private void properties(JsonNode schema, JsonNode value, String field) {
        JsonNode known = schema.get("properties");
        for (Map.Entry<String, JsonNode> each : value.properties()) {
            String name = inside(field, each.getKey());
            if (known.has(each.getKey())) check(known.get(each.getKey()), each.getValue(), name);
            else if (!schema.path("additionalProperties").asBoolean(true)) {
                throw new InvalidFieldException(name, "is not known here");
            }
        }
    }

    private void items(JsonNode schema, JsonNode value, String field) {
        for (int i = 0; i < value.size(); i++) check(schema, value.get(i), field + "[" + i + "]");
    }

    private static void enumeration(JsonNode choices, JsonNode value, String field) {
        for (JsonNode choice : choices) {
            if (choice.equals(value)) return;
        }
        throw new InvalidFieldException(field, "is none of the values it takes");
    }

    private static void format(String format, JsonNode value, String field) {
        switch (format) {
            case "uuid" -> refuseIf(!isUuid(value.asString()), field, "is no id");
            case "date-time" -> refuseIf(!isTime(value.asString()), field, "is no time");
            case "int64", "binary" -> {}
            default -> throw new IllegalStateException("openapi.yaml uses an unknown format: " + format);
        }
    }

    /** Whether a text is written as a UUID; {@link UUID#fromString} alone takes shorter ones. */
    public static boolean isUuid(String text) {
        return UUID_FORM.matcher(text).matches();
    }

    private static boolean isTime(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int length(JsonNode value) {
        String text = value.asString();
        return text.codePointCount(0, text.length());
    }

    private static void refuseIf(boolean bad, String field, String what) {
        if (bad) throw new InvalidFieldException(field, what);
    }

    private static String inside(String field, String name) {
        return field.isEmpty() ? name : field + "." + name;
    }
}
