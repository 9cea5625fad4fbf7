package steward.server.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.server.HttpAnswer;
import steward.server.Wire;
import steward.server.World;
import steward.server.db.Actor;
import tools.jackson.databind.JsonNode;

class RecordingsTest {
    @TempDir
    Path folder;

    private World world;
    private Wire runtime;
    private Wire owner;

    @BeforeEach
    void start() {
        world = new World(folder);
        runtime = world.runtime.wire();
        owner = world.owner.wire();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void turningOffMakesARecordingThatIsProcessedThenReady() {
        UUID meeting = meeting();
        assertThat(record(meeting, true).json().get("recording").asBoolean()).isTrue();
        world.clock.advance(Duration.ofMinutes(20));
        assertThat(record(meeting, false).json().get("recording").asBoolean()).isFalse();
        JsonNode made = only();
        assertThat(made.get("state").asString()).isEqualTo("processing");
        assertThat(made.get("seconds").asLong()).isEqualTo(1200);
        assertThat(made.get("ownerName").asString()).isEqualTo("Mia Member");
        assertThat(owner.get(path(made) + "/content").status()).isEqualTo(409);
        world.clock.advance(Duration.ofMinutes(1));
        world.server.sweep();
        assertThat(only().get("state").asString()).isEqualTo("ready");
        HttpAnswer file = owner.get(path(made) + "/content");
        assertThat(file.header("Content-Type")).startsWith("video/mp4");
        assertThat(boxes(file.bytes())).containsExactly("ftyp", "mdat", "moov");
        assertThat(owner.get(path(made) + "/content").bytes()).isEqualTo(file.bytes());
    }

    @Test
    void theEndOfAMeetingMakesARecordingToo() {
        UUID meeting = meeting();
        record(meeting, true);
        world.clock.advance(Duration.ofMinutes(5));
        runtime.post(world.path("/meetings/" + meeting + "/end"), "{\"inMinutes\":0,\"message\":null}");
        assertThat(only().get("meetingId").asString()).isEqualTo(meeting.toString());
    }

    @Test
    void theBinKeepsForThirtyDays() {
        JsonNode made = recording();
        JsonNode binned = delete(made).json();
        assertThat(binned.get("purgeAt").asString()).isEqualTo("2026-03-31T09:01:00Z");
        assertThat(owner.post(path(made) + "/restore", null)
                        .json()
                        .get("deletedAt")
                        .isNull())
                .isTrue();
        delete(made);
        world.clock.advance(Duration.ofDays(29));
        world.server.sweep();
        assertThat(only().get("deletedAt").isNull()).isFalse();
        world.clock.advance(Duration.ofDays(1));
        world.server.sweep();
        assertThat(owner.get(path(made)).status()).isEqualTo(404);
        JsonNode logged = owner.get(world.path("/audit?action=recording.purge"))
                .json()
                .get("items")
                .get(0);
        assertThat(logged.get("actorName").asString()).isEqualTo("Platform");
        assertThat(logged.get("objectId")).isEqualTo(made.get("id"));
    }

    @Test
    void whoTurnsRecordingOnAndOffIsLogged() {
        String path = world.path("/meetings/" + meeting() + "/record");
        runtime.post(path, "{\"on\":true}");
        owner.post(path, "{\"on\":true}");
        owner.post(path, "{\"on\":false}");
        JsonNode logged =
                owner.get(world.path("/audit?action=meeting.record")).json().get("items");
        assertThat(logged).as("not the runtime, and not what changed nothing").hasSize(1);
        assertThat(logged.get(0).get("after").toString()).isEqualTo("{\"on\":false}");
        assertThat(logged.get(0).get("actorEmail").asString()).isEqualTo("olivia@example.com");
    }

    @Test
    void onlyWhatIsInTheBinIsPurged() {
        JsonNode made = recording();
        assertThat(owner.post(path(made) + "/purge", null).status()).isEqualTo(409);
        delete(made);
        assertThat(owner.post(path(made) + "/purge", null).status()).isEqualTo(204);
        assertThat(owner.get(world.path("/recordings")).json().get("items")).isEmpty();
        assertThat(owner.get(world.path("/audit?action=recording.purge")).json().get("items"))
                .hasSize(1);
    }

    @Test
    void renamingTakesTheVersionSeen() {
        JsonNode made = recording();
        long version = made.get("version").asLong();
        assertThat(owner.patch(path(made), version, "{\"title\":\"Defense\"}")
                        .json()
                        .get("title")
                        .asString())
                .isEqualTo("Defense");
        HttpAnswer stale = owner.patch(path(made), version, "{\"title\":\"Other\"}");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().get("current").get("title").asString()).isEqualTo("Defense");
    }

    @Test
    void aFullStorageRefusesAndCounts() {
        UUID meeting = meeting();
        world.server.platform().database().write(Actor.PLATFORM, tx -> tx.sql()
                .execute("UPDATE subscription SET storage_bytes = 0 WHERE org_id = ?", world.org));
        HttpAnswer refused = record(meeting, true);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("storage-full");
        assertThat(owner.get(world.path("/subscription"))
                        .json()
                        .get("refusedRecordings")
                        .asInt())
                .isEqualTo(1);
        assertThat(owner.get(world.path("/meetings/" + meeting))
                        .json()
                        .get("recording")
                        .asBoolean())
                .isFalse();
    }

    private JsonNode recording() {
        UUID meeting = meeting();
        record(meeting, true);
        world.clock.advance(Duration.ofMinutes(1));
        record(meeting, false);
        return only();
    }

    private UUID meeting() {
        UUID id = Ids.next();
        String body =
                "{\"id\":\"%s\",\"title\":\"Lecture\",\"roomId\":null,\"hostMemberId\":\"%s\",\"plannedMinutes\":30}"
                        .formatted(id, world.member.memberId());
        assertThat(runtime.post(world.path("/meetings"), body).status()).isEqualTo(201);
        return id;
    }

    private HttpAnswer record(UUID meeting, boolean on) {
        return runtime.post(world.path("/meetings/" + meeting + "/record"), "{\"on\":" + on + "}");
    }

    private HttpAnswer delete(JsonNode recording) {
        return owner.send(
                "DELETE",
                path(recording),
                null,
                Map.of("Idempotency-Key", Ids.next().toString()));
    }

    private String path(JsonNode recording) {
        return world.path("/recordings/" + recording.get("id").asString());
    }

    private JsonNode only() {
        JsonNode items = owner.get(world.path("/recordings")).json().get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    /** The types of the boxes of a file, whose sizes must fill it to the byte. */
    private static List<String> boxes(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file);
        List<String> types = new ArrayList<>();
        while (buffer.hasRemaining()) {
            int size = buffer.getInt();
            byte[] type = new byte[4];
            buffer.get(type);
            types.add(new String(type, StandardCharsets.US_ASCII));
            buffer.position(buffer.position() + size - 8);
        }
        return types;
    }
}
