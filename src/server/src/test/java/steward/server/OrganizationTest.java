package steward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import tools.jackson.databind.JsonNode;

class OrganizationTest {
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
    void makesTheCallerItsOwnerAndGivesAFreeLinkName() {
        String id = Ids.next().toString();
        HttpAnswer made = world.member.wire().post("/v1/organizations", "{\"id\":\"" + id + "\",\"name\":\"ACME\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("slug").asString()).isEqualTo("acme-2");
        HttpAnswer list = world.member.wire().get("/v1/organizations");
        assertThat(list.json().get("items").findValuesAsString("role")).contains("owner", "member");
    }

    @Test
    void showsFiguresToThoseWhoOpenThePanelAndContactsToTheOthers() {
        JsonNode forOwner =
                world.owner.wire().get("/v1/organizations").json().get("items").get(0);
        assertThat(forOwner.get("figures").get("members").asInt()).isEqualTo(3);
        assertThat(forOwner.get("admins")).isEmpty();
        JsonNode forMember =
                world.member.wire().get("/v1/organizations").json().get("items").get(0);
        assertThat(forMember.get("figures").isNull()).isTrue();
        assertThat(forMember.get("admins").findValuesAsString("name")).containsExactly("Olivia Owner", "Adam Admin");
        JsonNode forSupport =
                world.support.wire().get("/v1/organizations").json().get("items");
        assertThat(forSupport).hasSize(2);
        assertThat(forSupport.get(0).get("role").asString()).isEqualTo("support");
    }

    @Test
    void pagesTheListByACursor() {
        JsonNode first = world.support.wire().get("/v1/organizations?limit=1").json();
        String cursor = first.get("nextCursor").asString();
        JsonNode second = world.support
                .wire()
                .get("/v1/organizations?limit=1&cursor=" + cursor)
                .json();
        assertThat(second.get("items").get(0).get("id"))
                .isNotEqualTo(first.get("items").get(0).get("id"));
        assertThat(second.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void editsOnlyWhatThePatchNamesAndLogsIt() {
        HttpAnswer edited = world.admin.wire().patch(world.path(""), 1, "{\"description\":\"Rockets\"}");
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.json().get("name").asString()).isEqualTo("Acme");
        assertThat(edited.header("ETag")).isEqualTo("\"2\"");
        JsonNode record = world.owner
                .wire()
                .get(world.path("/audit?action=organization.edit"))
                .json()
                .get("items")
                .get(0);
        assertThat(record.get("before").toString()).isEqualTo("{\"description\":\"\"}");
        assertThat(record.get("after").toString()).isEqualTo("{\"description\":\"Rockets\"}");
        assertThat(record.get("actorEmail").asString()).isEqualTo("adam@example.com");
        assertThat(record.get("address").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void refusesAStaleEditWithTheStateInForce() {
        world.admin.wire().patch(world.path(""), 1, "{\"name\":\"First\"}");
        HttpAnswer stale = world.owner.wire().patch(world.path(""), 1, "{\"name\":\"Second\"}");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().get("current").get("name").asString()).isEqualTo("First");
    }

    @Test
    void handsOverToAnAdminOnly() {
        String toMember = "{\"memberId\":\"" + world.member.memberId() + "\"}";
        HttpAnswer refused = world.owner.wire().post(world.path("/ownership"), toMember);
        assertThat(refused.status()).isEqualTo(409);
        String toAdmin = "{\"memberId\":\"" + world.admin.memberId() + "\"}";
        var key = Ids.next();
        HttpAnswer done = world.owner.wire().post(world.path("/ownership"), toAdmin, key);
        assertThat(done.json().get("role").asString()).isEqualTo("owner");
        HttpAnswer again = world.owner.wire().post(world.path("/ownership"), toAdmin, key);
        assertThat(again.status()).as("the one who asked is told what it did").isEqualTo(200);
        assertThat(again.replayed()).isTrue();
        assertThat(world.owner.wire().post(world.path("/ownership"), toAdmin).status())
                .isEqualTo(403);
    }

    @Test
    void leavingIsFinalAndRepeatable() {
        var key = Ids.next();
        assertThat(world.member.wire().post(world.path("/leave"), null, key).status())
                .isEqualTo(204);
        assertThat(world.member.wire().post(world.path("/leave"), null, key).replayed())
                .isTrue();
        assertThat(world.member.wire().post(world.path("/leave"), null).status())
                .isEqualTo(404);
        assertThat(world.owner.wire().post(world.path("/leave"), null).status()).isEqualTo(403);
    }
}
