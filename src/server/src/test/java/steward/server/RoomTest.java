package steward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.server.db.Actor;

class RoomTest {
    @TempDir
    Path folder;

    private World world;
    private String rooms;

    @BeforeEach
    void start() {
        world = new World(folder);
        rooms = world.path("/rooms");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void hasALinkOfItsOwnInTheOrganization() {
        HttpAnswer made = world.admin.wire().post(rooms, Samples.room("board"));
        assertThat(made.json().get("link").asString()).isEqualTo("https://meet.example/acme/board");
        assertThat(world.admin
                        .wire()
                        .post(rooms, Samples.room("board"))
                        .json()
                        .get("field")
                        .asString())
                .isEqualTo("slug");
        String elsewhere = "/v1/organizations/" + world.strangersOrg + "/rooms";
        assertThat(world.stranger.wire().post(elsewhere, Samples.room("board")).status())
                .isEqualTo(201);
    }

    @Test
    void changesOnlyTheSettingsThatAreNamed() {
        String path = made("board");
        HttpAnswer edited =
                world.admin.wire().patch(path, 1, "{\"settings\":{\"passcode\":\"1234\",\"recording\":\"automatic\"}}");
        assertThat(edited.json().get("settings").get("passcode").asString()).isEqualTo("1234");
        assertThat(edited.json().get("settings").get("waitingRoom").asBoolean()).isTrue();
        assertThat(edited.json().get("version").asInt()).isEqualTo(2);
        HttpAnswer same = world.admin.wire().patch(path, 2, "{\"settings\":{\"passcode\":\"1234\"}}");
        assertThat(same.json().get("version").asInt()).as("nothing changed").isEqualTo(2);
        HttpAnswer cleared = world.admin.wire().patch(path, 2, "{\"settings\":{\"passcode\":null}}");
        assertThat(cleared.json().get("settings").get("passcode").isNull()).isTrue();
        HttpAnswer bad = world.admin.wire().patch(path, 3, "{\"settings\":{\"participantLimit\":1}}");
        assertThat(bad.json().get("field").asString()).isEqualTo("settings.participantLimit");
    }

    @Test
    void staysWhileAMeetingRunsInIt() {
        String path = made("board");
        UUID meeting = Ids.next();
        sql(
                "INSERT INTO meeting (org_id, id, title, room_id, host_name, started_at, planned_minutes, version)"
                        + " VALUES (?, ?, 'T', ?, 'H', 0, 60, 1)",
                world.org,
                meeting,
                UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        assertThat(world.admin.wire().delete(path, 1).problem()).isEqualTo("room-in-use");
        sql("UPDATE meeting SET ended_at = 1 WHERE org_id = ? AND id = ?", world.org, meeting);
        assertThat(world.admin.wire().delete(path, 1).status()).isEqualTo(204);
        assertThat(world.admin.wire().get(path).status()).isEqualTo(404);
    }

    @Test
    void pagesInOrder() {
        for (int i = 0; i < 5; i++) made("room-" + i);
        StringBuilder slugs = new StringBuilder();
        String cursor = "";
        do {
            var page = world.support.wire().get(rooms + "?limit=2" + cursor).json();
            page.get("items")
                    .forEach(each -> slugs.append(each.get("slug").asString().substring(5)));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(slugs.toString()).isEqualTo("01234");
    }

    @Test
    void supportLooksButDoesNotTouch() {
        String path = made("board");
        assertThat(world.support.wire().get(path).status()).isEqualTo(200);
        HttpAnswer refused = world.support
                .wire()
                .send("DELETE", path, null, Map.of("Idempotency-Key", Ids.next().toString(), "If-Match", "\"1\""));
        assertThat(refused.problem()).isEqualTo("read-only");
    }

    private String made(String slug) {
        String id = world.admin
                .wire()
                .post(rooms, Samples.room(slug))
                .json()
                .get("id")
                .asString();
        return rooms + "/" + id;
    }

    private void sql(String text, Object... values) {
        world.server.platform().database().write(Actor.PLATFORM, tx -> tx.sql().execute(text, values));
    }
}
