package steward.app.tour;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import steward.api.Json;
import tools.jackson.databind.JsonNode;

/** What the server says, over plain HTTP and with none of the client's code. */
final class ServerFacts implements AutoCloseable {
    private static final int PAGE = 200;

    private final String server;
    private final JsonNode account;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Patience patience = new Patience(Duration.ofSeconds(20), Duration.ofMillis(100));

    /** Reads as the first account of the file: the owner of the demo. */
    ServerFacts(String server, Path accounts) {
        this.server = server;
        try {
            this.account = Json.mapper().readTree(Files.readAllBytes(accounts)).get(0);
        } catch (IOException e) {
            throw new TourException("the accounts cannot be read", e);
        }
    }

    String email() {
        return account.get("email").asString();
    }

    String token() {
        return account.get("token").asString();
    }

    /** Where the resources of one of the account's organizations are. */
    String of(String slug) {
        return StreamSupport.stream(account.get("organizations").spliterator(), false)
                .filter(each -> each.get("slug").asString().equals(slug))
                .map(each -> "/v1/organizations/" + each.get("id").asString())
                .findFirst()
                .orElseThrow(() -> new TourException("the demo has no organization " + slug));
    }

    JsonNode get(String path) {
        HttpResponse<byte[]> answer = ask(path);
        if (answer.statusCode() != 200) {
            throw new TourException("GET %s answers %d".formatted(path, answer.statusCode()));
        }
        return Json.mapper().readTree(answer.body());
    }

    byte[] bytes(String path) {
        HttpResponse<byte[]> answer = ask(path);
        return answer.statusCode() == 200 ? answer.body() : new byte[0];
    }

    /** Every item of a list, page after page. */
    List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        String paged = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE;
        String cursor = "";
        do {
            JsonNode page = get(paged + cursor);
            page.get("items").forEach(items::add);
            JsonNode next = page.get("nextCursor");
            cursor = next == null || next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return items;
    }

    /** Waits for it; returns the fact in words. */
    String expect(String path, String what, Predicate<JsonNode> holds) {
        String fact = "GET " + path + " " + what;
        patience.until(fact, () -> holds.test(get(path)));
        return fact;
    }

    String expectItems(String path, String what, Predicate<List<JsonNode>> holds) {
        String fact = "GET " + path + " " + what;
        patience.until(fact, () -> holds.test(list(path)));
        return fact;
    }

    String expectBytes(String path, String what, Predicate<byte[]> holds) {
        String fact = "GET " + path + " " + what;
        patience.until(fact, () -> holds.test(bytes(path)));
        return fact;
    }

    private HttpResponse<byte[]> ask(String path) {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + token())
                .timeout(Duration.ofSeconds(15))
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new TourException("GET " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
