package steward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import steward.api.Ids;

/** Walks every route of the contract with the ids of an organization the caller has no part in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenancyTest {
    /** Stands in every text of the other organization. */
    private static final String CANARY = "canary";

    private static final ContractCheck CONTRACT = new ContractCheck();

    /** Answered by the account or by nobody in particular: there is no organization in their paths. */
    private static final List<String> OUTSIDE = List.of(
            "getServer", "getCatalog", "getMe", "listTokens", "createToken", "listMyInvitations", "listOrganizations");

    private World world;
    private String canaryToken;
    private final Map<String, UUID> theirs = new LinkedHashMap<>();

    @BeforeAll
    void start(@TempDir Path folder) {
        world = new World(folder);
        Wire owner = world.owner.wire();
        owner.patch(world.path(""), 1, "{\"name\":\"canary org\",\"description\":\"canary text\"}");
        theirs.put("orgId", world.org);
        theirs.put("memberId", world.admin.memberId());
        UUID room = Ids.next();
        owner.post(world.path("/rooms"), Samples.room(room, "canary").replace("Board room", "canary room"));
        theirs.put("roomId", room);
        HttpAnswer invited = owner.send(
                "POST",
                world.path("/invitations/batch"),
                Samples.items(Samples.invitation(Ids.next(), "canary@example.com", "member")),
                Map.of());
        theirs.put(
                "invitationId",
                UUID.fromString(invited.json().get("items").get(0).get("id").asString()));
        canaryToken =
                owner.get("/v1/me/tokens").json().get("items").get(0).get("id").asString();
        for (String each : List.of("meetingId", "recordingId", "invoiceId", "changeId")) theirs.put(each, Ids.next());
        TenancyRows.insert(world, theirs, CANARY);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    static Stream<String> operations() {
        return CONTRACT.routes().stream().map(ContractCheck.Route::id);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void tellsNothingOfAnotherOrganization(String operation) {
        assertThat(EveryRoute.BODIES).as("a route needs an entry").containsKey(operation);
        ContractCheck.Route route = CONTRACT.route(operation);
        List<HttpAnswer> answers = new ArrayList<>();
        if (OUTSIDE.contains(operation)) {
            answers.add(call(route, theirs));
            assertThat(answers.getFirst().status()).isLessThan(300);
        } else if (operation.equals("createOrganization")) {
            answers.add(call(route, theirs));
            assertThat(answers.getFirst().status()).isEqualTo(409);
        } else {
            answers.addAll(asIfMissing(route));
        }
        for (HttpAnswer answer : answers) assertThat(answer.text()).doesNotContain(CANARY);
        assertThat(world.owner.wire().get(world.path("")).status())
                .as("it is all still there")
                .isEqualTo(200);
    }

    /** The answer is that for ids which never existed, with their organization and with one's own. */
    private List<HttpAnswer> asIfMissing(ContractCheck.Route route) {
        Map<String, UUID> missing = new LinkedHashMap<>();
        theirs.keySet().forEach(name -> missing.put(name, Ids.next()));
        HttpAnswer foreign = call(route, theirs);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text()).isEqualTo(call(route, missing).text());
        if (!route.path().contains("{orgId}")
                || !route.path().endsWith("}")
                || route.path().endsWith("{orgId}")) {
            return List.of(foreign);
        }
        Map<String, UUID> mixed = new LinkedHashMap<>(theirs);
        mixed.put("orgId", world.strangersOrg);
        HttpAnswer inside = call(route, mixed);
        assertThat(inside.status()).isEqualTo(404);
        return List.of(foreign, inside);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void takesNoIdOfAnotherOrganizationInABody(String operation) {
        String body = EveryRoute.BODIES.get(operation);
        if (!body.contains("{id}")) return;
        ContractCheck.Route route = CONTRACT.route(operation);
        Map<String, UUID> own = new LinkedHashMap<>(theirs);
        own.put("orgId", world.strangersOrg);
        HttpAnswer answer = call(route, own);
        assertThat(answer.text()).doesNotContain(CANARY);
        switch (operation) {
            case "resendBatch", "cancelBatch" ->
                assertThat(answer.json().get("items").get(0).get("status").asInt())
                        .isEqualTo(404);
            case "lookupOperations" ->
                assertThat(answer.json().get("items").get(0).get("known").asBoolean())
                        .isFalse();
            case "startMeeting" -> assertThat(answer.status()).isIn(404, 422);
            default -> assertThat(answer.status()).isEqualTo(404);
        }
    }

    @org.junit.jupiter.api.Test
    void doesNotRevokeAnothersToken() {
        HttpAnswer answer = world.stranger.wire().send("DELETE", "/v1/me/tokens/" + canaryToken, null, Map.of());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(world.owner.wire().get("/v1/me").status()).isEqualTo(200);
    }

    private HttpAnswer call(ContractCheck.Route route, Map<String, UUID> ids) {
        return EveryRoute.call(world.stranger.wire(), route, ids, canaryToken);
    }
}
