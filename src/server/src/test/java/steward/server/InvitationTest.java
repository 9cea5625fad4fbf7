package steward.server;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.server.Samples.invitation;
import static steward.server.Samples.items;
import static steward.server.Samples.ref;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import tools.jackson.databind.JsonNode;

class InvitationTest {
    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void start() {
        world = new World(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void givesEveryItemItsOwnOutcomeInOrder() {
        JsonNode results = batch(
                world.admin,
                "batch",
                items(
                        invitation(Ids.next(), "new@example.com", "member"),
                        invitation(Ids.next(), " NEW@Example.com ", "member"),
                        invitation(Ids.next(), "no address", "member"),
                        invitation(Ids.next(), "boss@example.com", "admin"),
                        invitation(Ids.next(), "mia@example.com", "member"),
                        invitation(Ids.next(), "adam@example.com", "member"),
                        invitation(Ids.next(), "last@example.com", "member")));
        assertThat(results.findValuesAsString("outcome"))
                .containsExactly("created", "already_invited", "", "", "already_member", "", "created");
        assertThat(statuses(results)).containsExactly(201, 200, 422, 403, 200, 409, 201);
        assertThat(results.get(2).get("problem").get("field").asString()).isEqualTo("email");
        assertThat(results.get(5).get("problem").get("type").asString()).endsWith("member-with-other-role");
        assertThat(world.rows("invitation")).isEqualTo(2);
        assertThat(world.rows("mail")).isEqualTo(2);
    }

    @Test
    void refusesAnInvitationWithAnotherRoleAndShowsTheOneInForce() {
        batch(world.owner, "batch", items(invitation(Ids.next(), "new@example.com", "member")));
        JsonNode again = batch(world.owner, "batch", items(invitation(Ids.next(), "new@example.com", "admin")));
        JsonNode problem = again.get(0).get("problem");
        assertThat(problem.get("type").asString()).endsWith("invited-with-other-role");
        assertThat(problem.get("current").get("role").asString()).isEqualTo("member");
    }

    @Test
    void returnsTheFirstResultOfEachItemAndMailsOnce() {
        UUID key = Ids.next();
        String body = items(invitation(key, "new@example.com", "member"), invitation(Ids.next(), "no", "member"));
        JsonNode first = batch(world.admin, "batch", body);
        JsonNode second = batch(world.admin, "batch", body);
        assertThat(second.get(0).get("replayed").asBoolean()).isTrue();
        assertThat(second.get(0).get("id")).isEqualTo(first.get(0).get("id"));
        assertThat(second.get(0).get("changeSeq")).isEqualTo(first.get(0).get("changeSeq"));
        assertThat(second.get(1).get("replayed").asBoolean()).isTrue();
        assertThat(world.rows("mail")).isEqualTo(1);
        JsonNode reused = batch(world.admin, "batch", items(invitation(key, "else@example.com", "member")));
        assertThat(reused.get(0).get("problem").get("type").asString()).endsWith("key-reused");
    }

    @Test
    void refusesTheWholeCallWhenKeysCannotBeTold() {
        UUID key = Ids.next();
        String twice = items(invitation(key, "a@example.com", "member"), invitation(key, "b@example.com", "member"));
        assertThat(call(world.admin, "batch", twice).status()).isEqualTo(422);
        assertThat(call(world.admin, "batch", "{\"items\":[]}").status()).isEqualTo(422);
        assertThat(call(world.member, "batch", twice).status()).isEqualTo(403);
        assertThat(world.rows("invitation")).isZero();
    }

    @Test
    void resendsAndCancels() {
        String id = invited("new@example.com", "member");
        world.clock.advance(Duration.ofDays(8));
        world.server.sweep();
        assertThat(state(id)).isEqualTo("expired");
        JsonNode resent = batch(world.admin, "resend", items(ref(Ids.next(), id)));
        assertThat(resent.get(0).get("outcome").asString()).isEqualTo("resent");
        assertThat(state(id)).isEqualTo("pending");
        assertThat(world.rows("mail")).isEqualTo(2);
        assertThat(world.rows("mail WHERE message_id IN (SELECT message_id FROM mail)"))
                .isEqualTo(2);
        JsonNode canceled = batch(world.admin, "cancel", items(ref(Ids.next(), id)));
        assertThat(canceled.get(0).get("outcome").asString()).isEqualTo("canceled");
        JsonNode again = batch(world.admin, "cancel", items(ref(Ids.next(), id)));
        assertThat(again.get(0).get("outcome").asString()).isEqualTo("already_canceled");
        JsonNode tooLate = batch(world.admin, "resend", items(ref(Ids.next(), id), ref(Ids.next(), id)));
        assertThat(statuses(tooLate)).containsExactly(409, 409);
        assertThat(world.rows("mail")).isEqualTo(2);
    }

    @Test
    void onlyTheOwnerTouchesInvitationsOfAdmins() {
        String id = invited("boss@example.com", "admin");
        assertThat(statuses(batch(world.admin, "cancel", items(ref(Ids.next(), id)))))
                .containsExactly(403);
        assertThat(statuses(batch(world.owner, "cancel", items(ref(Ids.next(), id)))))
                .containsExactly(200);
    }

    @Test
    void makesAMemberOfWhoHasTheCode() {
        String id = invited("new@example.com", "member");
        String body = "{\"code\":\"" + code(id) + "\",\"name\":\"Nora New\"}";
        Wire nobody = world.owner.wire().as(null);
        HttpAnswer accepted = nobody.send("POST", "/v1/invitations/accept", body, Map.of());
        assertThat(accepted.json().get("name").asString()).isEqualTo("Nora New");
        HttpAnswer again = nobody.send("POST", "/v1/invitations/accept", body, Map.of());
        assertThat(again.json()).isEqualTo(accepted.json());
        assertThat(state(id)).isEqualTo("accepted");
        assertThat(world.rows("account WHERE email_normal = 'new@example.com'")).isEqualTo(1);
        JsonNode joined = world.owner
                .wire()
                .get(world.path("/audit?action=member.join"))
                .json()
                .get("items")
                .get(0);
        assertThat(joined.get("actorEmail").asString()).isEqualTo("new@example.com");
        String memberId = accepted.json().get("id").asString();
        assertThat(world.admin
                        .wire()
                        .delete(world.path("/members/" + memberId), 1)
                        .status())
                .isEqualTo(204);
        assertThat(nobody.send("POST", "/v1/invitations/accept", body, Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void showsTheInviteeItsInvitationsUntilTheyAreOver() {
        String id = invited("sten@other.example", "member");
        JsonNode received =
                world.stranger.wire().get("/v1/me/invitations").json().get("items");
        assertThat(received.get(0).get("organizationName").asString()).isEqualTo("Acme");
        assertThat(received.get(0).get("code").asString()).isEqualTo(code(id));
        world.clock.advance(Duration.ofDays(7));
        assertThat(world.stranger.wire().get("/v1/me/invitations").json().get("items"))
                .isEmpty();
        String body = "{\"code\":\"" + code(id) + "\"}";
        HttpAnswer late = world.stranger.wire().send("POST", "/v1/invitations/accept", body, Map.of());
        assertThat(late.status()).isEqualTo(409);
    }

    private String invited(String email, String role) {
        return batch(world.owner, "batch", items(invitation(Ids.next(), email, role)))
                .get(0)
                .get("id")
                .asString();
    }

    private String state(String id) {
        return world.owner
                .wire()
                .get(world.path("/invitations/" + id))
                .json()
                .get("state")
                .asString();
    }

    private String code(String id) {
        return world.server.platform().database().read(sql -> sql.select("SELECT code FROM invitation WHERE id = ?", id)
                .mapTo(String.class)
                .one());
    }

    private HttpAnswer call(World.Person by, String what, String body) {
        return by.wire().send("POST", world.path("/invitations/" + what), body, Map.of());
    }

    private JsonNode batch(World.Person by, String what, String body) {
        HttpAnswer answer = call(by, what, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items");
    }

    private static int[] statuses(JsonNode results) {
        return results.valueStream()
                .mapToInt(each -> each.get("status").asInt())
                .toArray();
    }
}
