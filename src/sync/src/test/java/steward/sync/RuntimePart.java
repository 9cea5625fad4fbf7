package steward.sync;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import steward.api.AccountKind;
import steward.api.EmailAddress;
import steward.api.Ids;
import steward.api.Json;
import steward.server.db.Actor;

/** What happens in meetings, told to the server by plain HTTP, as its runtime does. */
final class RuntimePart {

    private final World world;
    private final String token;

    RuntimePart(World world) {
        this.world = world;
        this.token = world.token(world.server.platform().database().write(Actor.PLATFORM, tx -> world.server
                .core()
                .accounts()
                .create(tx, EmailAddress.parse("runtime@platform.example"), "Runtime", AccountKind.RUNTIME)));
    }

    UUID startMeeting(String title) {
        UUID id = Ids.next();
        post(
                "/meetings",
                Json.mapper()
                        .createObjectNode()
                        .put("id", id.toString())
                        .put("title", title)
                        .putNull("roomId")
                        .put("hostMemberId", world.adminMember.toString())
                        .put("plannedMinutes", 30)
                        .toString());
        return id;
    }

    /** A recording that is ready. */
    void record(String title) {
        UUID meeting = startMeeting(title);
        post("/meetings/" + meeting + "/record", "{\"on\":true}");
        world.serverClock.advance(Duration.ofMinutes(1));
        post("/meetings/" + meeting + "/end", "{\"inMinutes\":0,\"message\":null}");
        world.serverClock.advance(Duration.ofMinutes(1));
        world.server.sweep();
    }

    private void post(String path, String body) {
        URI uri = URI.create(world.server.url() + "/v1/organizations/" + world.org + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Ids.next().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) throw new AssertionError(path + ": " + answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
