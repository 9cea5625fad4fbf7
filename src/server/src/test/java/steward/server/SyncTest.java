package steward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.api.Role;
import tools.jackson.databind.JsonNode;

@Timeout(30)
class SyncTest {
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
    void servesASnapshotInPagesAndThenOnlyWhatChanged() {
        String room = room("one");
        String gone = room("two");
        delete(gone);
        Set<String> seen = new HashSet<>();
        long after = 0;
        JsonNode page;
        do {
            page = changes(after, 2);
            for (JsonNode each : page.get("items")) {
                if (each.get("deleted").asBoolean()) continue;
                assertThat(seen.add(each.get("id").asString() + each.get("collection")))
                        .isTrue();
            }
            after = page.get("nextAfter").asLong();
        } while (page.get("more").asBoolean());
        assertThat(seen).anyMatch(each -> each.startsWith(room)).noneMatch(each -> each.startsWith(gone));
        assertThat(changes(after, 10).get("items")).isEmpty();
        delete(room);
        JsonNode change = changes(after, 10).get("items").get(0);
        assertThat(change.get("deleted").asBoolean()).isTrue();
        assertThat(change.get("body").isNull()).isTrue();
        assertThat(change.get("seq").asLong()).isEqualTo(after + 1);
    }

    @Test
    void showsTheLatestStateOfAnObjectOnce() {
        long after = changes(0, 500).get("nextAfter").asLong();
        String room = room("one");
        world.admin.wire().patch(world.path("/rooms/" + room), 1, "{\"name\":\"Second\"}");
        world.admin.wire().patch(world.path("/rooms/" + room), 2, "{\"name\":\"Third\"}");
        JsonNode items = changes(after, 500).get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("body").get("name").asString()).isEqualTo("Third");
        assertThat(items.get(0).get("collection").asString()).isEqualTo("rooms");
    }

    @Test
    void asksForASnapshotAfterTheRoleChangedAndServesAllItsPages() {
        long before = changes(0, 500).get("nextAfter").asLong();
        assertThat(adminChanges(before).status()).isEqualTo(200);
        world.owner.wire().patch(member(world.admin), 1, "{\"role\":\"member\"}");
        world.owner.wire().patch(member(world.admin), 2, "{\"role\":\"admin\"}");
        assertThat(adminChanges(before).status()).isEqualTo(410);
        assertThat(adminChanges(before).problem()).isEqualTo("snapshot-needed");
        assertThat(adminChanges(0).status()).isEqualTo(200);
        assertThat(adminChanges(1).status()).as("a later page of that snapshot").isEqualTo(200);
    }

    @Test
    void asksForASnapshotWhenDeletionsWereForgottenOrTheSequenceIsUnknown() {
        long after = changes(0, 500).get("nextAfter").asLong();
        delete(room("one"));
        world.clock.advance(Duration.ofDays(31));
        world.server.sweep();
        assertThat(changesOf(world.support, after).status()).isEqualTo(410);
        assertThat(changesOf(world.support, after + 1000).status()).isEqualTo(410);
    }

    @Test
    void hintsAtChangesAndResumes() {
        long head = changes(0, 500).get("nextAfter").asLong();
        try (Stream stream = open(world.admin, head)) {
            assertThat(stream.next()).as("nothing new yet").startsWith(":");
            room("one");
            String event = stream.next();
            assertThat(event).contains("id: " + (head + 1), "event: change", "{\"seq\":" + (head + 1) + "}");
        }
        room("two");
        try (Stream stream = open(world.admin, head + 1)) {
            assertThat(stream.next()).contains("id: " + (head + 2));
        }
    }

    @Test
    void mergesHintsOfOneTransaction() {
        long head = changes(0, 500).get("nextAfter").asLong();
        try (Stream stream = open(world.admin, head)) {
            stream.next();
            String[] items = java.util.stream.IntStream.range(0, 400)
                    .mapToObj(i -> Samples.invitation(Ids.next(), "n" + i + "@example.com", "member"))
                    .toArray(String[]::new);
            world.admin.wire().send("POST", world.path("/invitations/batch"), Samples.items(items), Map.of());
            String event = stream.next();
            while (!event.contains("{\"seq\":" + (head + 400) + "}")) event = stream.next();
            assertThat(event).contains("event: change");
        }
    }

    @Test
    void tellsPayloadsToTheirOrganizationOnly() {
        try (Stream mine = open(world.admin, -1);
                Stream other = open("/v1/organizations/" + world.strangersOrg, world.stranger, -1)) {
            mine.next();
            other.next();
            world.server.platform().database().write(steward.server.db.Actor.PLATFORM, tx -> {
                world.server.platform().events().tell(tx, world.org, "usage", Map.of("inUse", 3));
                world.server.platform().events().tell(tx, world.strangersOrg, "usage", Map.of("inUse", 9));
                return null;
            });
            assertThat(mine.next()).contains("event: usage", "{\"inUse\":3}");
            assertThat(other.next()).contains("{\"inUse\":9}");
        }
    }

    @Test
    void closesTheStreamOfWhoLosesAccess() {
        World.Person leaving = world.join(world.org, "leaving@example.com", "Leaving", Role.ADMIN);
        try (Stream removed = open(leaving, -1);
                Stream demoted = open(world.admin, -1);
                Stream signedOut = open(world.owner, -1)) {
            removed.next();
            demoted.next();
            signedOut.next();
            Wire owner = world.owner.wire();
            owner.delete(world.path("/members/" + leaving.memberId()), 1);
            removed.awaitEnd();
            owner.patch(member(world.admin), 1, "{\"role\":\"member\"}");
            demoted.awaitEnd();
            assertThat(owner.send("DELETE", "/v1/me/tokens/current", null, Map.of())
                            .status())
                    .isEqualTo(204);
            signedOut.awaitEnd();
            assertThat(owner.get("/v1/me").status()).isEqualTo(401);
        }
        assertThat(world.server.platform().events().open()).isZero();
    }

    @Test
    void isClosedToMembers() {
        assertThat(world.member.wire().get(world.path("/events")).status()).isEqualTo(403);
        assertThat(changesOf(world.member, 0).status()).isEqualTo(403);
    }

    private Stream open(World.Person by, long lastSeen) {
        return open(world.path(""), by, lastSeen);
    }

    private Stream open(String path, World.Person by, long lastSeen) {
        return Stream.open(world, path + "/events", by, lastSeen);
    }

    private HttpAnswer adminChanges(long after) {
        return changesOf(world.admin, after);
    }

    private HttpAnswer changesOf(World.Person by, long after) {
        return by.wire().get(world.path("/changes?limit=1&after=" + after));
    }

    private JsonNode changes(long after, int limit) {
        return world.owner
                .wire()
                .get(world.path("/changes?limit=" + limit + "&after=" + after))
                .json();
    }

    private String member(World.Person person) {
        return world.path("/members/" + person.memberId());
    }

    private String room(String slug) {
        return world.admin
                .wire()
                .post(world.path("/rooms"), Samples.room(slug))
                .json()
                .get("id")
                .asString();
    }

    private void delete(String room) {
        assertThat(world.admin.wire().delete(world.path("/rooms/" + room), 1).status())
                .isEqualTo(204);
    }
}
