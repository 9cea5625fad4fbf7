package steward.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import steward.api.Account;
import steward.api.AccountKind;
import steward.api.EmailAddress;
import steward.api.Ids;
import steward.api.Json;
import steward.api.Role;
import steward.server.db.Actor;
import tools.jackson.databind.JsonNode;

/** What one write of the fault matrix needs to be there: an organization of its own, made past the proxy. */
final class MatrixGround {

    /** What moves by itself. */
    private static final String UNMOVED = "'usage_point', 'heartbeat', 'sqlite_sequence', 'flyway_schema_history'";

    final World world;
    final HttpClient http;
    final UUID org = Ids.next();
    /** Of the account that the engine is signed in with. */
    final String owner;

    private String runtime;

    MatrixGround(World world, HttpClient http) {
        this.world = world;
        this.http = http;
        this.owner = world.ownerToken;
        world.found(org, "Acme " + org, owner);
        ok("GET", "", owner, null);
    }

    String path(String rest) {
        return "/v1/organizations/" + org + rest;
    }

    /** A call past the proxy that must do well; the path is one of the organization. */
    JsonNode ok(String method, String rest, String token, String body) {
        UUID key = method.equals("GET") ? null : Ids.next();
        MatrixWrite call = new MatrixWrite(method, path(rest), token, key, null, body);
        try {
            MatrixWrite.Reply reply = call.send(http, URI.create(world.server.url()));
            if (reply.status() >= 300) throw new AssertionError(method + " " + rest + ": " + reply);
            return reply.json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Account person() {
        return world.account("p" + Ids.next() + "@example.com", "Pat Person");
    }

    String runtime() {
        if (runtime == null) {
            runtime = world.token(world.server.platform().database().write(Actor.PLATFORM, tx -> world.server
                    .core()
                    .accounts()
                    .create(tx, EmailAddress.parse(Ids.next() + "@platform.example"), "Runtime", AccountKind.RUNTIME)));
        }
        return runtime;
    }

    JsonNode member(Role role) {
        UUID id = world.join(org, person(), role);
        return find("/members", id);
    }

    JsonNode find(String collection, UUID id) {
        return ok("GET", collection, owner, null)
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    JsonNode invitation() {
        UUID id = Ids.next();
        String item =
                "{\"opId\":\"%s\",\"id\":\"%s\",\"email\":\"i%s@example.org\",\"role\":\"member\",\"name\":null,\"note\":null}"
                        .formatted(Ids.next(), id, id);
        ok("POST", "/invitations/batch", owner, "{\"items\":[" + item + "]}");
        return find("/invitations", id);
    }

    JsonNode room() {
        return ok("POST", "/rooms", owner, MatrixBodies.newRoom(Ids.next()));
    }

    JsonNode meeting() {
        String host = ok("GET", "/members", owner, null)
                .path("items")
                .get(0)
                .path("id")
                .asString();
        return ok("POST", "/meetings", runtime(), MatrixBodies.newMeeting(Ids.next(), host));
    }

    JsonNode recording(String state) {
        UUID id = Ids.next();
        sql(
                "INSERT INTO recording (org_id, id, title, meeting_id, owner_name, started_at, seconds, bytes, state,"
                        + " version) VALUES (?, ?, 'Lecture', ?, 'Olivia', 1, 60, 1000, ?, 1)",
                org,
                id,
                Ids.next(),
                state);
        return ok("GET", "/recordings/" + id, owner, null);
    }

    void sql(String statement, Object... arguments) {
        world.server.platform().database().write(Actor.PLATFORM, tx -> tx.sql().execute(statement, arguments));
    }

    /** Everything the server keeps, counted: rows of each table, the sum of their versions, what the audit log says. */
    static Map<String, Long> count(World world) {
        Map<String, Long> counts = new TreeMap<>();
        for (String table :
                world.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN (" + UNMOVED + ")")) {
            counts.put(table, number(world, "SELECT count(*) FROM " + table));
            boolean versioned = !world.rows(
                            "SELECT name FROM pragma_table_info('" + table + "') WHERE name = 'version'")
                    .isEmpty();
            if (versioned)
                counts.put(table + ".version", number(world, "SELECT coalesce(sum(version), 0) FROM " + table));
        }
        counts.put("organization.seq", number(world, "SELECT sum(seq) FROM organization"));
        counts.put("organization.logo", number(world, "SELECT sum(logo_count) FROM organization"));
        for (String each : world.rows("SELECT action || '=' || count(*) FROM audit GROUP BY action")) {
            String[] action = each.split("=");
            counts.put("audit " + action[0], Long.valueOf(action[1]));
        }
        return counts;
    }

    /** What was counted more, or less. */
    static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> difference = new TreeMap<>();
        after.forEach((what, count) -> {
            long more = count - before.getOrDefault(what, 0L);
            if (more != 0) difference.put(what, more);
        });
        return difference;
    }

    private static long number(World world, String sql) {
        return Long.parseLong(world.rows(sql).getFirst());
    }

    static <T> T read(JsonNode json, Class<T> type) {
        return Json.mapper().treeToValue(json, type);
    }
}
