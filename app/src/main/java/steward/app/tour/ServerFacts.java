package steward.app.tour;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import steward.api.Ids;
import steward.api.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the server says, and what a colleague does there, over plain HTTP and with none of the client's code. */
final class ServerFacts implements AutoCloseable {
    private static final int PAGE = 200;

    private final String server;
    private final JsonNode accounts;
    private final JsonNode account;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Patience patience = new Patience(Duration.ofSeconds(20), Duration.ofMillis(100));

    /** Reads as the first account of the file: the owner of the demo. */
    ServerFacts(String server, Path accounts) {
        this.server = server;
        try {
            this.accounts = Json.mapper().readTree(Files.readAllBytes(accounts));
            this.account = this.accounts.get(0);
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
        return "/v1/organizations/" + place(account, slug).get("id").asString();
    }

    private static JsonNode place(JsonNode account, String slug) {
        return places(account, slug)
                .findFirst()
                .orElseThrow(() -> new TourException("the demo has no organization " + slug));
    }

    private static Stream<JsonNode> places(JsonNode account, String slug) {
        return StreamSupport.stream(account.get("organizations").spliterator(), false)
                .filter(each -> each.get("slug").asString().equals(slug));
    }

    /** What a colleague does meanwhile, at another computer: an Admin invites somebody as a Member. */
    void inviteByColleague(String slug, String email) {
        JsonNode admin = StreamSupport.stream(accounts.spliterator(), false)
                .filter(each -> places(each, slug)
                        .anyMatch(place -> place.get("role").asString().equals("admin")))
                .findFirst()
                .orElseThrow(() -> new TourException("the demo has no Admin of " + slug));
        ObjectNode body = Json.mapper().createObjectNode();
        body.putArray("items")
                .addObject()
                .put("opId", Ids.next().toString())
                .put("id", Ids.next().toString())
                .put("email", email)
                .put("role", "member")
                .putNull("name")
                .putNull("note");
        var request = request(
                        of(slug) + "/invitations/batch", admin.get("token").asString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        HttpResponse<byte[]> answer = send(request.build());
        if (answer.statusCode() != 200) {
            throw new TourException("a colleague's invitation is answered by %d".formatted(answer.statusCode()));
        }
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
        return send(request(path, token()).build());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(15));
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        String what = request.method() + " " + request.uri().getPath();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new TourException(what + " got no answer", e);
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
