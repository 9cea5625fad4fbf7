package steward.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.server.Server;
import steward.server.ServerOptions;
import steward.server.Wire;
import steward.server.World;
import tools.jackson.databind.JsonNode;

class DowntimeTest {
    @TempDir
    Path folder;

    @Test
    void whileTheServerWasDownUsageIsUnknownAndMeetingsHaveEnded() {
        UUID id = Ids.next();
        World world = new World(folder);
        Wire owner = world.owner.wire();
        try (world) {
            String body =
                    "{\"id\":\"%s\",\"title\":\"Lecture\",\"roomId\":null,\"hostMemberId\":\"%s\",\"plannedMinutes\":30}"
                            .formatted(id, world.member.memberId());
            assertThat(world.runtime.wire().post(world.path("/meetings"), body).status())
                    .isEqualTo(201);
            world.clock.advance(Duration.ofMinutes(30));
            world.server.sweep();
        }
        world.clock.advance(Duration.ofHours(3));
        ServerOptions options = new ServerOptions(0, folder, world.clock, world.faults, "https://meet.example");
        try (Server again = Server.start(options);
                HttpClient http = HttpClient.newHttpClient()) {
            Wire later = new Wire(http, owner.contract(), again.url(), owner.token());
            JsonNode meeting = later.get(world.path("/meetings/" + id)).json();
            assertThat(meeting.get("endedAt").asString()).isEqualTo("2026-03-01T09:30:00Z");
            String span = "/usage?resolution=hour&from=2026-03-01T09:00:00Z&to=2026-03-01T13:00:00Z";
            JsonNode buckets = later.get(world.path(span)).json().get("buckets");
            assertThat(buckets.get(0).get("highest").asInt()).isEqualTo(1);
            assertThat(buckets.get(1).get("highest").isNull()).isTrue();
            assertThat(buckets.get(2).get("average").isNull()).isTrue();
            assertThat(buckets.get(3).get("highest").asInt()).isZero();
        }
    }

    @Test
    void aQuickRestartChangesNothing() {
        UUID id = Ids.next();
        World world = new World(folder);
        Wire owner = world.owner.wire();
        try (world) {
            String body =
                    "{\"id\":\"%s\",\"title\":\"Lecture\",\"roomId\":null,\"hostMemberId\":\"%s\",\"plannedMinutes\":30}"
                            .formatted(id, world.member.memberId());
            world.runtime.wire().post(world.path("/meetings"), body);
            world.server.sweep();
        }
        world.clock.advance(Duration.ofSeconds(50));
        ServerOptions options = new ServerOptions(0, folder, world.clock, world.faults, "https://meet.example");
        try (Server again = Server.start(options);
                HttpClient http = HttpClient.newHttpClient()) {
            Wire later = new Wire(http, owner.contract(), again.url(), owner.token());
            assertThat(later.get(world.path("/meetings")).json().get("items")).hasSize(1);
        }
    }

    @Test
    void aServerThatLivedForNoSweepLeavesNoMeetingRunning() {
        World world = new World(folder);
        Wire owner = world.owner.wire();
        try (world) {
            String body =
                    "{\"id\":\"%s\",\"title\":\"Lecture\",\"roomId\":null,\"hostMemberId\":\"%s\",\"plannedMinutes\":30}"
                            .formatted(Ids.next(), world.member.memberId());
            world.runtime.wire().post(world.path("/meetings"), body);
        }
        world.clock.advance(Duration.ofHours(3));
        ServerOptions options = new ServerOptions(0, folder, world.clock, world.faults, "https://meet.example");
        try (Server again = Server.start(options);
                HttpClient http = HttpClient.newHttpClient()) {
            Wire later = new Wire(http, owner.contract(), again.url(), owner.token());
            assertThat(later.get(world.path("/meetings")).json().get("items")).isEmpty();
        }
    }
}
