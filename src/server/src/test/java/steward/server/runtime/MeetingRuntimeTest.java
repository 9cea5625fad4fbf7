package steward.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.server.HttpAnswer;
import steward.server.Wire;
import steward.server.World;
import tools.jackson.databind.JsonNode;

class MeetingRuntimeTest {
    @TempDir
    Path folder;

    private World world;
    private Wire runtime;
    private Wire owner;
    private long before;

    @BeforeEach
    void start() {
        world = new World(folder);
        runtime = world.runtime.wire();
        owner = world.owner.wire();
        before = owner.get(world.path("/changes?after=0"))
                .json()
                .get("nextAfter")
                .asLong();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aStartDrawsALicenseAndShowsInListChangesAndUsage() {
        UUID id = Ids.next();
        HttpAnswer started = start(runtime, id, world.member.memberId(), null);
        assertThat(started.status()).isEqualTo(201);
        assertThat(started.json().get("hostName").asString()).isEqualTo("Mia Member");
        assertThat(started.json().get("participants").get(0).get("role").asString())
                .isEqualTo("host");
        assertThat(owner.get(world.path("/meetings")).json().get("items")).hasSize(1);
        assertThat(change(id).get("deleted").asBoolean()).isFalse();
        assertThat(usageNow().get("inUse").asInt()).isEqualTo(1);
    }

    @Test
    void beyondThePoolAStartIsRefusedAndCountedOnce() {
        start(runtime, Ids.next(), world.member.memberId(), null);
        UUID key = Ids.next();
        String body = meeting(Ids.next(), world.admin.memberId(), null, 30);
        HttpAnswer refused = runtime.post(world.path("/meetings"), body, key);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("no-license");
        HttpAnswer again = runtime.post(world.path("/meetings"), body, key);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.replayed()).isTrue();
        JsonNode usage = usage();
        assertThat(usage.get("buckets").get(0).get("refused").asInt()).isEqualTo(1);
        assertThat(usage.get("buckets").get(0).get("highest").asInt()).isEqualTo(1);
        JsonNode row = collection("refused_starts").get("body");
        assertThat(row.get("who").asString()).isEqualTo("Adam Admin");
        assertThat(row.get("inUse").asInt()).isEqualTo(1);
        JsonNode figures =
                owner.get("/v1/organizations").json().get("items").get(0).get("figures");
        assertThat(figures.get("refusedStarts7Days").asInt()).isEqualTo(1);
    }

    @Test
    void keysOfTheRuntimeAreForgottenWithinHoursAndOthersAreNot() {
        room("admins", "host");
        UUID key = Ids.next();
        String body = meeting(Ids.next(), world.member.memberId(), null, 30);
        runtime.post(world.path("/meetings"), body, key);
        world.server.sweep();
        assertThat(runtime.post(world.path("/meetings"), body, key).replayed()).isTrue();
        int others = world.rows("op_done") - 1;
        assertThat(others).isPositive();
        world.clock.advance(Duration.ofHours(2));
        world.server.sweep();
        assertThat(world.rows("op_done")).isEqualTo(others);
    }

    @Test
    void aRoomTakesOneMeetingAndOnlyThoseItLetsStart() {
        licenses(5);
        UUID room = room("admins", "host");
        HttpAnswer member = start(world.member.wire(), Ids.next(), null, room);
        assertThat(member.status()).isEqualTo(403);
        assertThat(start(world.admin.wire(), Ids.next(), null, room).status()).isEqualTo(201);
        HttpAnswer second = start(runtime, Ids.next(), world.owner.memberId(), room);
        assertThat(second.problem()).isEqualTo("room-in-use");
        assertThat(owner.get(world.path("/rooms/" + room))
                        .json()
                        .get("lastUsedAt")
                        .isNull())
                .isFalse();
    }

    @Test
    void aMemberStartsAsItselfOnly() {
        HttpAnswer other = start(world.member.wire(), Ids.next(), world.admin.memberId(), null);
        assertThat(other.status()).isEqualTo(403);
        HttpAnswer own = start(world.member.wire(), Ids.next(), null, null);
        assertThat(own.json().get("hostMemberId").asString())
                .isEqualTo(world.member.memberId().toString());
    }

    @Test
    void theRuntimeNamesTheHostAndThePlanBoundsTheLength() {
        HttpAnswer nobody = start(runtime, Ids.next(), null, null);
        assertThat(nobody.json().get("field").asString()).isEqualTo("hostMemberId");
        String long3Hours = meeting(Ids.next(), world.member.memberId(), null, 180);
        HttpAnswer tooLong = runtime.post(world.path("/meetings"), long3Hours);
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.json().get("field").asString()).isEqualTo("plannedMinutes");
        HttpAnswer foreign = start(runtime, Ids.next(), world.stranger.memberId(), null);
        assertThat(foreign.status()).isEqualTo(404);
    }

    @Test
    void peopleComeAndGo() {
        UUID id = Ids.next();
        start(runtime, id, world.member.memberId(), null);
        UUID guest = Ids.next();
        assertThat(join(runtime, id, guest, null).json().get("participants")).hasSize(2);
        assertThat(join(runtime, id, guest, null).json().get("participants")).hasSize(2);
        world.clock.advance(Duration.ofMinutes(3));
        HttpAnswer left = runtime.post(world.path("/meetings/" + id + "/leave"), participant(guest));
        JsonNode gone = left.json().get("participants").get(1);
        assertThat(gone.get("leftAt").asString()).isEqualTo("2026-03-01T09:03:00Z");
        assertThat(join(runtime, id, guest, null).status()).isEqualTo(409);
        assertThat(runtime.post(world.path("/meetings/" + id + "/leave"), participant(Ids.next()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aMemberJoinsAsItselfOnly() {
        UUID id = Ids.next();
        start(runtime, id, world.admin.memberId(), null);
        Wire mia = world.member.wire();
        assertThat(join(mia, id, Ids.next(), "adam@example.com").status()).isEqualTo(403);
        assertThat(join(mia, id, Ids.next(), null).status()).isEqualTo(403);
        assertThat(join(mia, id, Ids.next(), "Mia@Example.com").status()).isEqualTo(200);
        assertThat(join(world.support.wire(), id, Ids.next(), null).problem()).isEqualTo("read-only");
    }

    @Test
    void endingFreesTheLicenseAndLeavesTheCollectionOfChanges() {
        UUID id = Ids.next();
        start(runtime, id, world.member.memberId(), null);
        world.clock.advance(Duration.ofMinutes(10));
        HttpAnswer ended = end(owner, id, 0);
        assertThat(ended.json().get("endedBy").asString()).isEqualTo("Olivia Owner");
        assertThat(ended.json().get("participants").get(0).get("leftAt").isNull())
                .isFalse();
        assertThat(change(id).get("deleted").asBoolean()).isTrue();
        assertThat(owner.get(world.path("/meetings")).json().get("items")).isEmpty();
        assertThat(owner.get(world.path("/meetings?state=ended")).json().get("items"))
                .hasSize(1);
        assertThat(usageNow().get("inUse").asInt()).isZero();
        assertThat(end(owner, id, 0).status()).isEqualTo(200);
        assertThat(join(runtime, id, Ids.next(), null).status()).isEqualTo(409);
        JsonNode audit =
                owner.get(world.path("/audit?action=meeting.end")).json().get("items");
        assertThat(audit).hasSize(1);
    }

    @Test
    void anAnnouncedEndComesWithTheClock() {
        UUID id = Ids.next();
        start(runtime, id, world.member.memberId(), null);
        JsonNode announced = end(world.admin.wire(), id, 5).json();
        assertThat(announced.get("endsAt").asString()).isEqualTo("2026-03-01T09:05:00Z");
        assertThat(announced.get("endedAt").isNull()).isTrue();
        world.clock.advance(Duration.ofMinutes(4));
        world.server.sweep();
        assertThat(owner.get(world.path("/meetings")).json().get("items")).hasSize(1);
        world.clock.advance(Duration.ofMinutes(1));
        world.server.sweep();
        JsonNode ended = owner.get(world.path("/meetings/" + id)).json();
        assertThat(ended.get("endedAt").asString()).isEqualTo("2026-03-01T09:05:00Z");
        assertThat(ended.get("endedBy").asString()).isEqualTo("Adam Admin");
    }

    @Test
    void theHostMayEndItsOwnButNoOther() {
        licenses(5);
        UUID own = Ids.next();
        UUID other = Ids.next();
        start(runtime, own, world.member.memberId(), null);
        start(runtime, other, world.admin.memberId(), null);
        assertThat(end(world.member.wire(), other, 0).status()).isEqualTo(403);
        assertThat(end(world.member.wire(), own, 0).status()).isEqualTo(200);
        assertThat(end(world.support.wire(), other, 0).problem()).isEqualTo("read-only");
        assertThat(end(world.stranger.wire(), other, 0).status()).isEqualTo(404);
    }

    private HttpAnswer start(Wire by, UUID id, UUID host, UUID room) {
        return by.post(world.path("/meetings"), meeting(id, host, room, 30));
    }

    private HttpAnswer end(Wire by, UUID id, int minutes) {
        return by.post(
                world.path("/meetings/" + id + "/end"),
                "{\"inMinutes\":" + minutes + ",\"message\":\"We must close\"}");
    }

    private HttpAnswer join(Wire by, UUID meeting, UUID participant, String email) {
        String body = "{\"participantId\":\"%s\",\"name\":\"Guest\",\"email\":%s,\"role\":\"attendee\"}"
                .formatted(participant, text(email));
        return by.post(world.path("/meetings/" + meeting + "/join"), body);
    }

    private static String participant(UUID id) {
        return "{\"participantId\":\"" + id + "\"}";
    }

    private static String meeting(UUID id, UUID host, UUID room, int minutes) {
        return "{\"id\":\"%s\",\"title\":\"Lecture\",\"roomId\":%s,\"hostMemberId\":%s,\"plannedMinutes\":%d}"
                .formatted(id, text(room), text(host), minutes);
    }

    private static String text(Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    private UUID room(String who, String recording) {
        UUID id = Ids.next();
        String settings = """
                {"waitingRoom":false,"signInRequired":false,"passcode":null,"joinBeforeHost":true,"muteOnEntry":false,
                "recording":"%s","participantLimit":50,"whoMayStart":"%s"}""".formatted(recording, who);
        HttpAnswer made = owner.post(
                world.path("/rooms"),
                "{\"id\":\"%s\",\"name\":\"Aula\",\"slug\":\"aula\",\"description\":\"\",\"settings\":%s}"
                        .formatted(id, settings));
        assertThat(made.status()).isEqualTo(201);
        return id;
    }

    /** More than the Free plan's one license, past billing. */
    private void licenses(int owned) {
        world.server.platform().database().write(steward.server.db.Actor.PLATFORM, tx -> tx.sql()
                .execute("UPDATE subscription SET licenses_owned = ? WHERE org_id = ?", owned, world.org));
    }

    private JsonNode usage() {
        return owner.get(world.path("/usage?resolution=hour&from=2026-03-01T09:00:00Z&to=2026-03-01T10:00:00Z"))
                .json();
    }

    private JsonNode usageNow() {
        return usage().get("now");
    }

    private JsonNode change(UUID id) {
        return stream("id", id.toString());
    }

    private JsonNode collection(String name) {
        return stream("collection", name);
    }

    private JsonNode stream(String field, String value) {
        for (JsonNode item : owner.get(world.path("/changes?limit=500&after=" + before))
                .json()
                .get("items")) {
            if (item.get(field).asString().equals(value)) return item;
        }
        throw new AssertionError("no change with " + field + " " + value);
    }
}
