package steward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import steward.api.Action;
import steward.api.Ids;
import steward.api.Role;

/** Walks every cell of the matrix over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionMatrixTest {
    private World world;
    private int made;

    /** A fresh request for an action, by one role. */
    private final Map<Action, Function<World.Person, Integer>> requests = new EnumMap<>(Action.class);

    @BeforeAll
    void start(@TempDir Path folder) {
        world = new World(folder);
        world.owner.wire().put(world.path("/logo"), "{\"image\":\"" + pixel() + "\"}");
        put(Action.SEE_ORGANIZATION, by -> by.wire().get(world.path("/logo")));
        put(Action.OPEN_PANEL, by -> by.wire().get(world.path("/members")));
        requests.put(Action.INVITE_MEMBER, by -> invite(by, "member"));
        requests.put(Action.INVITE_ADMIN, by -> invite(by, "admin"));
        put(Action.REMOVE_MEMBER, by -> by.wire().delete(world.path("/members/" + someone(Role.MEMBER)), 1));
        put(Action.MANAGE_ADMIN, by -> by.wire()
                .patch(world.path("/members/" + someone(Role.MEMBER)), 1, "{\"role\":\"admin\"}"));
        put(Action.MANAGE_OWNER, by -> by.wire().delete(world.path("/members/" + world.owner.memberId()), 1));
        put(Action.MANAGE_ROOMS, by -> by.wire().post(world.path("/rooms"), room()));
        put(Action.EDIT_ORGANIZATION, by -> by.wire().put(world.path("/logo"), "{\"image\":\"" + pixel() + "\"}"));
        put(Action.END_MEETING, by -> by.wire()
                .post(world.path("/meetings/" + meeting() + "/end"), "{\"inMinutes\":0,\"message\":null}"));
        put(Action.MANAGE_RECORDINGS, by -> by.wire().post(world.path("/recordings/" + Ids.next() + "/restore"), null));
        put(Action.PREVIEW_BILLING, by -> by.wire().post(world.path("/subscription/preview"), choice()));
        put(Action.MANAGE_BILLING, by -> by.wire()
                .send(
                        "DELETE",
                        world.path("/scheduled-changes/" + Ids.next()),
                        null,
                        Map.of("Idempotency-Key", Ids.next().toString())));
        put(Action.START_MEETING, by -> by.wire().post(world.path("/meetings"), newMeeting()));
        // These two end the caller's role, so each is asked of somebody who has just got it.
        put(Action.HAND_OVER, by -> inOwnOrganization(by, this::handOver));
        put(Action.LEAVE, by -> inOwnOrganization(by, (path, wire) -> wire.post(path + "/leave", null)));
    }

    @AfterAll
    void stop() {
        world.close();
    }

    static Stream<Arguments> cells() {
        return Arrays.stream(Action.values())
                .flatMap(action -> Arrays.stream(Role.values()).map(role -> Arguments.of(action, role)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("cells")
    void isHeldByTheServer(Action action, Role role) {
        assertThat(requests).as("every action has a request").containsKey(action);
        int status = requests.get(action).apply(world.of(role));
        if (action.allowedTo(role)) assertThat(status).isNotIn(401, 403);
        else assertThat(status).isEqualTo(403);
        boolean found = action != Action.MANAGE_RECORDINGS && action != Action.MANAGE_BILLING;
        if (action.allowedTo(role) && found) assertThat(status).isBetween(200, 299);
    }

    private void put(Action action, Function<World.Person, HttpAnswer> request) {
        requests.put(action, by -> request.apply(by).status());
    }

    private int invite(World.Person by, String role) {
        String item =
                "{\"opId\":\"%s\",\"id\":\"%s\",\"email\":\"new%d@example.com\",\"role\":\"%s\",\"name\":null,\"note\":null}"
                        .formatted(Ids.next(), Ids.next(), made++, role);
        HttpAnswer answer =
                by.wire().send("POST", world.path("/invitations/batch"), "{\"items\":[" + item + "]}", Map.of());
        if (answer.status() != 200) return answer.status();
        return answer.json().get("items").get(0).get("status").asInt();
    }

    private UUID someone(Role role) {
        String email = "someone" + made++ + "@example.com";
        return world.join(world.org, email, "Someone", role).memberId();
    }

    private HttpAnswer inOwnOrganization(
            World.Person by, java.util.function.BiFunction<String, Wire, HttpAnswer> request) {
        UUID org = Ids.next();
        int number = made++;
        World.Person owner = world.founder("o" + number + "@example.com", "O", org, "Own");
        Role role = Arrays.stream(Role.values())
                .filter(each -> world.of(each) == by)
                .findFirst()
                .orElseThrow();
        World.Person who =
                switch (role) {
                    case OWNER -> owner;
                    case SUPPORT -> world.support;
                    default -> world.join(org, "p" + number + "@example.com", "P", role);
                };
        return request.apply("/v1/organizations/" + org, who.wire());
    }

    private HttpAnswer handOver(String path, Wire wire) {
        UUID org = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        UUID heir = world.join(org, "heir" + made++ + "@example.com", "Heir", Role.ADMIN)
                .memberId();
        return wire.post(path + "/ownership", "{\"memberId\":\"" + heir + "\"}");
    }

    private UUID meeting() {
        HttpAnswer started = world.owner.wire().post(world.path("/meetings"), newMeeting());
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        return UUID.fromString(started.json().get("id").asString());
    }

    private String newMeeting() {
        world.clock.advance(java.time.Duration.ofMinutes(1));
        endAll();
        return "{\"id\":\"%s\",\"title\":\"Stand-up\",\"roomId\":null,\"hostMemberId\":null,\"plannedMinutes\":30}"
                .formatted(Ids.next());
    }

    /** Frees the licenses of the Free plan. */
    private void endAll() {
        for (String id : world.owner
                .wire()
                .get(world.path("/meetings"))
                .json()
                .get("items")
                .findValuesAsString("id")) {
            world.owner.wire().post(world.path("/meetings/" + id + "/end"), "{\"inMinutes\":0,\"message\":null}");
        }
    }

    private String room() {
        return Samples.room("room-" + made++);
    }

    private static String choice() {
        return "{\"plan\":\"pro\",\"interval\":\"monthly\",\"addOns\":{\"licenses\":0,\"storage\":0,\"participants\":0}}";
    }

    private static String pixel() {
        return Base64.getEncoder().encodeToString(Samples.png(1, 1));
    }
}
