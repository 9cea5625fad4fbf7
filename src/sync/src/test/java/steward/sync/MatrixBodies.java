package steward.sync;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.UUID;
import javax.imageio.ImageIO;
import steward.api.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the writes of the fault matrix say. */
final class MatrixBodies {

    private MatrixBodies() {}

    static String id(JsonNode object) {
        return object.path("id").asString();
    }

    static ObjectNode object(String name, String value) {
        return Json.mapper().createObjectNode().put(name, value);
    }

    static JsonNode participant(UUID id) {
        return Json.mapper()
                .createObjectNode()
                .put("participantId", id.toString())
                .put("name", "Gus Guest")
                .putNull("email")
                .put("role", "attendee");
    }

    static JsonNode choice() {
        return Json.mapper()
                .readTree(
                        "{\"plan\":\"pro\",\"interval\":\"monthly\",\"addOns\":{\"licenses\":0,\"storage\":0,\"participants\":0}}");
    }

    static String newRoom(UUID id) {
        return """
                {"id":"%s","name":"Room","slug":"room-%s","description":"","settings":{"waitingRoom":true,"signInRequired":false,
                "passcode":null,"joinBeforeHost":false,"muteOnEntry":false,"recording":"host","participantLimit":10,
                "whoMayStart":"members"}}""".formatted(id, id);
    }

    static String newMeeting(UUID id, String host) {
        return "{\"id\":\"%s\",\"title\":\"Lecture\",\"roomId\":null,\"hostMemberId\":\"%s\",\"plannedMinutes\":30}"
                .formatted(id, host);
    }

    static JsonNode logo() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
            return object("image", Base64.getEncoder().encodeToString(out.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
