package steward.server;

import java.util.Optional;
import java.util.UUID;
import steward.api.Contract;
import steward.api.Ids;
import steward.api.Json;
import steward.api.ServerInfo;
import steward.server.db.Actor;
import steward.server.db.Database;
import steward.server.db.Tx;
import steward.server.http.Answer;
import steward.server.http.Handlers;
import steward.server.http.Replay;
import steward.server.http.Routes;

/** What the server says of itself; id and epoch are made with the database. */
final class ServerFacts implements Routes {
    private static final String VERSION = "0.1.0";
    private static final ServerInfo.Limits LIMITS = new ServerInfo.Limits(500, 500, 1024 * 1024, 2048);

    private final Platform platform;
    private final Identity identity;

    record Identity(UUID id, String epoch) {}

    ServerFacts(Platform platform) {
        this.platform = platform;
        this.identity = identity(platform.database());
    }

    String epoch() {
        return identity.epoch();
    }

    @Override
    public void register(Handlers on) {
        on.read(
                "getServer",
                (_, _) -> Answer.ok(new ServerInfo(
                        identity.id(),
                        identity.epoch(),
                        "Steward reference server",
                        VERSION,
                        Contract.VERSION,
                        Json.millis(platform.clock().instant()),
                        (int) Replay.RETENTION.toDays(),
                        LIMITS)));
    }

    private static Identity identity(Database database) {
        return database.write(Actor.PLATFORM, tx -> find(tx).orElseGet(() -> make(tx)));
    }

    private static Optional<Identity> find(Tx tx) {
        return tx.sql()
                .select("SELECT id, epoch FROM server_info")
                .map((row, context) -> new Identity(UUID.fromString(row.getString("id")), row.getString("epoch")))
                .findFirst();
    }

    private static Identity make(Tx tx) {
        Identity made = new Identity(Ids.next(), Ids.next().toString());
        tx.sql().execute("INSERT INTO server_info (id, epoch) VALUES (?, ?)", made.id(), made.epoch());
        return made;
    }
}
