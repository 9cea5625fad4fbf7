package steward.app.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import steward.api.Ids;

/**
 * The least that sends invitations one after the other: a call each on one connection that is kept, nothing written down.
 * Prints the seconds.
 */
final class SendOnes {
    private SendOnes() {}

    public static void main(String[] args) throws Exception {
        URI address = URI.create(args[0] + "/v1/organizations/" + args[2] + "/invitations/batch");
        int expected = Integer.parseInt(args[3]);
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            long begin = System.nanoTime();
            for (int i = 0; i < expected; i++) send(http, address, args[1], i);
            System.out.println((System.nanoTime() - begin) / 1e9);
        }
    }

    private static void send(HttpClient http, URI address, String token, int i)
            throws IOException, InterruptedException {
        String body = """
                {"items":[{"opId":"%s","id":"%s","email":"%s","role":"member","name":"%s","note":"Room %d"}]}""".formatted(Ids.next(), Ids.next(), Samples.email(i), Samples.name(i), i % 400);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("\"status\":201")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }
}
