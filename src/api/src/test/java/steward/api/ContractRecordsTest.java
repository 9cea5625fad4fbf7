package steward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schema of openapi.yaml is a record or an enumeration here, with the same fields or values. */
class ContractRecordsTest {
    private static final JsonNode ROOT = read();
    private static final JsonNode SCHEMAS = ROOT.get("components").get("schemas");

    /** Where the record's name is not the schema's. */
    private static final Map<String, Class<?>> OTHER_NAMES = Map.ofEntries(
            Map.entry("Server", ServerInfo.class),
            Map.entry("Token", AccessToken.class),
            Map.entry("NewToken", NewAccessToken.class),
            Map.entry("TokenSecret", AccessTokenSecret.class),
            Map.entry("Figures", OrganizationFigures.class),
            Map.entry("Usage", UsageHistory.class),
            Map.entry("Item", BillingItem.class),
            Map.entry("Interval", BillingInterval.class),
            Map.entry("Line", BillingLine.class),
            Map.entry("Preview", BillingPreview.class),
            Map.entry("Collection", CollectionName.class));

    /** Plain types, patches (changed fields only, never a record) and what a schema narrows. */
    private static final Set<String> NO_RECORD =
            Set.of("Id", "Time", "Minor", "Slug", "GivenRole", "OrganizationPatch", "RoomPatch");

    /** Requests and answers that stand within an operation. */
    private static final Map<String, Class<?>> INLINE = Map.of(
            "/v1/invitations/accept/post", AcceptInvitation.class,
            "/v1/organizations/{orgId}/logo/put", LogoUpload.class,
            "/v1/organizations/{orgId}/ownership/post", HandOver.class,
            "/v1/organizations/{orgId}/members/{memberId}/patch", RoleChange.class,
            "/v1/organizations/{orgId}/meetings/{meetingId}/end/post", EndMeeting.class,
            "/v1/organizations/{orgId}/meetings/{meetingId}/join/post", JoinMeeting.class,
            "/v1/organizations/{orgId}/meetings/{meetingId}/leave/post", LeaveMeeting.class,
            "/v1/organizations/{orgId}/meetings/{meetingId}/record/post", RecordMeeting.class,
            "/v1/organizations/{orgId}/recordings/{recordingId}/patch", TitleChange.class,
            "/v1/organizations/{orgId}/operations/lookup/post", OperationLookup.class);

    static Stream<String> schemas() {
        return names(SCHEMAS).stream().filter(name -> !NO_RECORD.contains(name));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void isARecordOrAnEnumeration(String name) throws Exception {
        Class<?> type = OTHER_NAMES.containsKey(name) ? OTHER_NAMES.get(name) : Class.forName("steward.api." + name);
        check(name, SCHEMAS.get(name), type);
    }

    @Test
    void describesTheRequestsWithinOperations() {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : ROOT.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                JsonNode schema = method.getValue()
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema");
                String where = path.getKey() + "/" + method.getKey();
                if (!schema.has("properties") || schema.at("/properties/items").isObject()) continue;
                found.add(where);
                assertThat(INLINE).containsKey(where);
                check(where, schema, INLINE.get(where));
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(INLINE.keySet());
    }

    private static void check(String where, JsonNode schema, Class<?> type) {
        if (schema.has("enum")) {
            List<String> values = StreamSupport.stream(schema.get("enum").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            List<String> constants = Arrays.stream(type.getEnumConstants())
                    .map(each -> Json.mapper().valueToTree(each).asString())
                    .toList();
            assertThat(constants).as(where).containsExactlyElementsOf(values);
            return;
        }
        JsonNode properties = schema.get("properties");
        List<String> components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertThat(components).as(where).containsExactlyInAnyOrderElementsOf(names(properties));
        for (RecordComponent component : type.getRecordComponents()) {
            String within = where + "." + component.getName();
            checkKind(within, properties.get(component.getName()), component.getType());
        }
    }

    /** Numbers are wide enough, enumerations and objects within are those of the contract. */
    private static void checkKind(String where, JsonNode schema, Class<?> type) {
        JsonNode plain =
                schema.has("$ref") ? ROOT.at(schema.get("$ref").asText().substring(1)) : schema;
        if ("int64".equals(plain.path("format").asText()))
            assertThat(type).as(where).isIn(long.class, Long.class);
        // GivenRole takes two of the roles there are.
        boolean narrowed = plain == SCHEMAS.get("GivenRole");
        if (narrowed) assertThat(type).as(where).isEqualTo(Role.class);
        else if (plain.has("enum")) check(where, plain, type);
        if (plain.has("properties") && type.isRecord()) check(where, plain, type);
        boolean nullable = plain.path("type").isArray() || plain.has("oneOf");
        if (nullable) assertThat(type.isPrimitive()).as(where + " can be null").isFalse();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read() {
        try (InputStream in = Contract.yaml()) {
            return new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
