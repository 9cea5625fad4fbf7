package steward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TokenTest {
    @TempDir
    Path folder;

    @Test
    void showsASecretOnceAndKeepsOnlyItsHash() throws Exception {
        String secret;
        try (World world = new World(folder)) {
            Wire wire = world.member.wire();
            JsonNode made = wire.send("POST", "/v1/me/tokens", "{\"label\":\"Laptop\"}", Map.of())
                    .json();
            secret = made.get("secret").asString();
            Wire laptop = wire.as(secret);
            JsonNode list = laptop.get("/v1/me/tokens").json().get("items");
            assertThat(list.findValuesAsString("label")).containsExactly("test", "Laptop");
            assertThat(list.get(1).get("current").asBoolean()).isTrue();
            assertThat(list.toString()).doesNotContain(secret);
            String id = made.get("id").asString();
            assertThat(wire.send("DELETE", "/v1/me/tokens/" + id, null, Map.of())
                            .status())
                    .isEqualTo(204);
            assertThat(laptop.get("/v1/me").status()).isEqualTo(401);
            assertThat(wire.get("/v1/me").status()).isEqualTo(200);
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("server.db"))
                    .toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
            }
        }
    }
}
