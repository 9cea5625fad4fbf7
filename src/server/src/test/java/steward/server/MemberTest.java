package steward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Role;
import tools.jackson.databind.JsonNode;

class MemberTest {
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
    void getsAnotherRoleFromTheOwnerOnly() {
        String path = path(world.member);
        assertThat(world.admin.wire().patch(path, 1, "{\"role\":\"admin\"}").status())
                .isEqualTo(403);
        HttpAnswer promoted = world.owner.wire().patch(path, 1, "{\"role\":\"admin\"}");
        assertThat(promoted.json().get("role").asString()).isEqualTo("admin");
        assertThat(world.member.wire().get(world.path("/members")).status()).isEqualTo(200);
        JsonNode record = world.owner
                .wire()
                .get(world.path("/audit?action=member.role"))
                .json()
                .get("items")
                .get(0);
        assertThat(record.get("before").toString()).isEqualTo("{\"role\":\"member\"}");
        assertThat(record.get("after").toString()).isEqualTo("{\"role\":\"admin\"}");
        assertThat(world.owner.wire().patch(path, 1, "{\"role\":\"member\"}").status())
                .isEqualTo(412);
        assertThat(world.owner
                        .wire()
                        .patch(path(world.owner), 1, "{\"role\":\"admin\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void losesAccessAtOnceWhenRemoved() {
        World.Person gone = world.join(world.org, "gone@example.com", "Gone", Role.ADMIN);
        assertThat(gone.wire().get(world.path("")).status()).isEqualTo(200);
        assertThat(world.admin.wire().delete(path(gone), 1).status())
                .as("an Admin, by an Admin")
                .isEqualTo(403);
        assertThat(world.owner.wire().delete(path(gone), 1).status()).isEqualTo(204);
        assertThat(gone.wire().get(world.path("")).status()).isEqualTo(404);
        assertThat(gone.wire().get("/v1/organizations").json().get("items")).isEmpty();
        assertThat(world.owner.wire().get(path(gone)).status()).isEqualTo(404);
    }

    @Test
    void showsWhenItWasLastActiveToTheDay() {
        long seq = head();
        world.clock.advance(Duration.ofDays(2));
        world.admin.wire().get(world.path("/rooms"));
        world.admin.wire().get(world.path("/rooms"));
        String active = world.support
                .wire()
                .get(path(world.admin))
                .json()
                .get("lastActiveAt")
                .asString();
        assertThat(active).isEqualTo(World.START.plus(Duration.ofDays(2)).toString());
        assertThat(head()).as("told once").isEqualTo(seq + 1);
        assertThat(world.rows("audit WHERE action = 'member.role'")).isZero();
    }

    private long head() {
        return world.support
                .wire()
                .get(world.path("/changes?after=0"))
                .json()
                .get("nextAfter")
                .asLong();
    }

    private String path(World.Person person) {
        return world.path("/members/" + person.memberId());
    }
}
