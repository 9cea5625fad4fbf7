package steward.server.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import steward.api.Contract;
import steward.api.EndMeeting;
import steward.api.Ids;
import steward.api.JoinMeeting;
import steward.api.Json;
import steward.api.LeaveMeeting;
import steward.api.Meeting;
import steward.api.NewMeeting;
import steward.api.RecordMeeting;
import tools.jackson.databind.JsonNode;

/** The runtime part of the contract, called over HTTP as the runtime account. Thread-safe. */
final class RuntimeClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String url;
    private final String token;

    /**
     * What a call came to.
     *
     * @param meeting as it is now, also where it has ended meanwhile; nothing when refused otherwise
     */
    record Outcome(int status, Optional<Meeting> meeting) {}

    RuntimeClient(String url, String token) {
        this.url = url;
        this.token = token;
    }

    Outcome start(UUID orgId, NewMeeting meeting) throws IOException, InterruptedException {
        return post(orgId, "", meeting);
    }

    Outcome join(UUID orgId, UUID meetingId, JoinMeeting person) throws IOException, InterruptedException {
        return post(orgId, "/" + meetingId + "/join", person);
    }

    Outcome leave(UUID orgId, UUID meetingId, UUID participantId) throws IOException, InterruptedException {
        return post(orgId, "/" + meetingId + "/leave", new LeaveMeeting(participantId));
    }

    Outcome record(UUID orgId, UUID meetingId, boolean on) throws IOException, InterruptedException {
        return post(orgId, "/" + meetingId + "/record", new RecordMeeting(on));
    }

    Outcome end(UUID orgId, UUID meetingId) throws IOException, InterruptedException {
        return post(orgId, "/" + meetingId + "/end", new EndMeeting(0, null));
    }

    private Outcome post(UUID orgId, String path, Object body) throws IOException, InterruptedException {
        URI address = URI.create(url + "/v1/organizations/" + orgId + "/meetings" + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .headers(headers())
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body)))
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Outcome(answer.statusCode(), meeting(answer.statusCode(), answer.body()));
    }

    private static Optional<Meeting> meeting(int status, byte[] body) {
        JsonNode json = Json.mapper().readTree(body);
        JsonNode meeting = status / 100 == 2 ? json : json.path("current");
        if (!meeting.hasNonNull("startedAt")) return Optional.empty();
        return Optional.of(Json.mapper().treeToValue(meeting, Meeting.class));
    }

    private String[] headers() {
        Map<String, String> all = Map.of(
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json",
                Contract.IDEMPOTENCY_KEY,
                Ids.next().toString());
        return all.entrySet().stream()
                .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                .toArray(String[]::new);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
