package steward.sync.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import steward.api.AccountKind;
import steward.api.Contract;
import steward.api.EmailAddress;
import steward.api.Ids;
import steward.api.Json;
import steward.api.NewOrganization;
import steward.api.ServerInfo;
import steward.server.Server;
import steward.server.ServerOptions;
import steward.server.db.Actor;

/**
 * What stands on the server before the first send.
 *
 * @param serverId of this run alone: no other server is believed
 * @param organizations one for each send, and a last one for starts with nothing pending
 */
record Ground(UUID serverId, String token, List<UUID> organizations) {

    /** The bug: the result of a key is forgotten as soon as it is kept. */
    private static final String FORGET = """
            CREATE TRIGGER forget AFTER INSERT ON op_done
            BEGIN DELETE FROM op_done WHERE scope_id = NEW.scope_id AND op_id = NEW.op_id; END""";

    static Ground lay(Path folder, String nonce, Options options) throws IOException, InterruptedException {
        Ground ground;
        try (Server server = Server.start(ServerOptions.of(0, folder))) {
            String token = server.platform().database().write(Actor.PLATFORM, tx -> {
                UUID owner = server.core()
                        .accounts()
                        .create(tx, EmailAddress.parse("owner@" + nonce + ".example"), "Owner", AccountKind.USER)
                        .id();
                return server.core().tokens().issue(tx, owner, "rig").secret();
            });
            List<UUID> organizations = new ArrayList<>();
            for (int i = 0; i <= options.sends(); i++) organizations.add(found(server.url(), token, nonce + " " + i));
            ground = new Ground(server(server.url()), token, organizations);
        }
        if (options.forgetful()) forget(folder.resolve("server.db"));
        return ground;
    }

    /** Who answers at an address. */
    static UUID server(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest who =
                    HttpRequest.newBuilder(URI.create(url + "/v1/server")).build();
            String body = http.send(who, HttpResponse.BodyHandlers.ofString()).body();
            return Json.mapper().readValue(body, ServerInfo.class).id();
        }
    }

    private static UUID found(String url, String token, String name) throws IOException, InterruptedException {
        NewOrganization wanted = new NewOrganization(Ids.next(), name);
        HttpRequest call = HttpRequest.newBuilder(URI.create(url + "/v1/organizations"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header(Contract.IDEMPOTENCY_KEY, Ids.next().toString())
                .POST(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(wanted)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(call, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) throw new IOException("not founded: " + answer.body());
        }
        return wanted.id();
    }

    private static void forget(Path database) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute(FORGET);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
