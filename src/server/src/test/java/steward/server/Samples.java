package steward.server;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import steward.api.Ids;

/** Bodies of requests. */
final class Samples {
    private Samples() {}

    static String room(String slug) {
        return room(Ids.next(), slug);
    }

    static String room(UUID id, String slug) {
        return """
            {"id": "%s", "name": "Board room", "slug": "%s", "description": "",
             "settings": {"waitingRoom": true, "signInRequired": false, "passcode": null, "joinBeforeHost": false,
                          "muteOnEntry": true, "recording": "off", "participantLimit": 2, "whoMayStart": "members"}}
            """.formatted(id, slug);
    }

    static String invitation(UUID opId, String email, String role) {
        return "{\"opId\":\"%s\",\"id\":\"%s\",\"email\":\"%s\",\"role\":\"%s\",\"name\":null,\"note\":null}"
                .formatted(opId, Ids.next(), email, role);
    }

    static String items(String... items) {
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    static String ref(UUID opId, String id) {
        return "{\"opId\":\"" + opId + "\",\"id\":\"" + id + "\"}";
    }

    static byte[] png(int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
