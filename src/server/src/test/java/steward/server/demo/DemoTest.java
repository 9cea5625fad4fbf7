package steward.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Json;
import steward.server.ContractCheck;
import steward.server.MovableClock;
import steward.server.ServerOptions;
import steward.server.StartException;
import steward.server.Wire;
import steward.server.db.Actor;
import steward.server.db.Database;
import tools.jackson.databind.JsonNode;

/** The demo as people meet it: over HTTP, with the tokens of its accounts file, over a restart. */
class DemoTest {
    private static final ContractCheck CONTRACT = new ContractCheck();

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(InstantSource.fixed(Instant.parse("2026-11-24T13:32:08Z")));
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void isLivelyAndStaysWhatItIsOverARestart() throws Exception {
        byte[] accounts;
        try (Demo demo = Demo.still(options())) {
            accounts = Files.readAllBytes(demo.accounts());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(demo.accounts())))
                    .isEqualTo("rw-------");
            everythingFitsTheContract(demo);
            membersAndSupportSeeTheirs(demo);
            theSimulatorStaysInItsBand(demo);
        }
        clock.advance(Duration.ofHours(2));
        try (Demo again = Demo.still(options())) {
            assertThat(Files.readAllBytes(again.accounts())).isEqualTo(accounts);
            Wire owner = wire(again, 0);
            assertThat(owner.get(org("/meetings")).json().get("items")).isEmpty();
            String gap = "/usage?resolution=hour&from=2026-11-24T14:00:00Z&to=2026-11-24T15:00:00Z";
            assertThat(owner.get(org(gap))
                            .json()
                            .get("buckets")
                            .get(0)
                            .get("highest")
                            .isNull())
                    .isTrue();
            for (int i = 0; i < 60; i++) again.simulator().step();
            assertThat(owner.get(org("/meetings")).json().get("items").size()).isGreaterThanOrEqualTo(10);
        }
    }

    /** A full disk is told as what it is, and leaves no half of a demo behind. */
    @Test
    void saysWhereThereIsNoRoomForIt() {
        try (Database database = Database.open(folder, clock)) {
            limit(database, 500);
            assertThatThrownBy(() -> database.fill(empty -> DemoData.fill(empty, DemoData.SEED)))
                    .isInstanceOfSatisfying(StartException.class, e -> assertThat(e.reason())
                            .isEqualTo(StartException.Reason.FOLDER_UNUSABLE));
            assertThat(database.<Integer>read(sql -> sql.select("SELECT COUNT(*) FROM organization")
                            .mapTo(Integer.class)
                            .one()))
                    .isZero();
            limit(database, 1_000_000);
            database.fill(empty -> DemoData.fill(empty, DemoData.SEED));
            assertThat(DemoData.fill(database, DemoData.SEED)).isFalse();
        }
    }

    private static void limit(Database database, int pages) {
        database.write(Actor.PLATFORM, tx -> tx.sql().execute("PRAGMA max_page_count = " + pages));
    }

    private void everythingFitsTheContract(Demo demo) throws IOException {
        Wire owner = wire(demo, 0);
        for (String path : List.of(
                "",
                "/members?limit=500",
                "/invitations?limit=500",
                "/rooms",
                "/meetings",
                "/meetings?state=ended",
                "/recordings?limit=500",
                "/subscription",
                "/invoices",
                "/payment-methods",
                "/scheduled-changes",
                "/audit")) {
            assertThat(owner.get(org(path)).status()).as(path).isEqualTo(200);
        }
        wholeSnapshot(owner);
        JsonNode usage = owner.get(org("/usage?resolution=day&from=2026-08-26T00:00:00Z&to=2026-11-25T00:00:00Z"))
                .json();
        assertThat(usage.get("buckets")).hasSize(91);
        assertThat(usage.get("now").get("inUse").asInt()).isBetween(10, 20);
        assertThat(usage.get("now").get("owned").asInt()).isEqualTo(20);
    }

    private void wholeSnapshot(Wire owner) throws IOException {
        long after = 0;
        int items = 0;
        boolean more = true;
        while (more) {
            JsonNode page = owner.get(org("/changes?limit=500&after=" + after)).json();
            for (JsonNode item : page.get("items")) {
                assertThat(item.get("deleted").asBoolean()).as(item.toString()).isFalse();
                items++;
            }
            after = page.get("nextAfter").asLong();
            more = page.get("more").asBoolean();
        }
        assertThat(items).isGreaterThan(1231 + 64 + 500);
    }

    private void membersAndSupportSeeTheirs(Demo demo) throws IOException {
        JsonNode admin = wire(demo, 1).get("/v1/organizations?limit=100").json().get("items");
        assertThat(admin.size()).isGreaterThan(10);
        JsonNode member = wire(demo, 2).get("/v1/organizations").json().get("items");
        assertThat(member.findValuesAsString("role")).containsOnly("member", "owner", "admin");
        assertThat(member.get(0).get("figures").isNull()).isTrue();
        JsonNode support =
                wire(demo, 3).get("/v1/organizations?limit=100").json().get("items");
        assertThat(support).hasSize(40);
        assertThat(support.findValuesAsString("billingState")).contains("dunning");
    }

    private void theSimulatorStaysInItsBand(Demo demo) throws Exception {
        Wire owner = wire(demo, 0);
        for (int i = 0; i < 250; i++) {
            demo.simulator().step();
            clock.advance(Duration.ofSeconds(1));
        }
        JsonNode running = owner.get(org("/meetings")).json().get("items");
        assertThat(running.size()).isBetween(10, 20);
        int calls = demo.server().platform().database().read(sql -> sql.select("SELECT COUNT(*) FROM op_done")
                .mapTo(Integer.class)
                .one());
        assertThat(calls).isGreaterThan(150);
    }

    private ServerOptions options() {
        return ServerOptions.of(0, folder).with(clock);
    }

    private String org(String path) throws IOException {
        JsonNode owner = Json.mapper()
                .readTree(Files.readAllBytes(folder.resolve("accounts.json")))
                .get(0);
        for (JsonNode place : owner.get("organizations")) {
            if (place.get("slug").asString().equals("acme")) {
                return "/v1/organizations/" + place.get("id").asString() + path;
            }
        }
        throw new AssertionError("no acme");
    }

    private Wire wire(Demo demo, int index) throws IOException {
        JsonNode entry =
                Json.mapper().readTree(Files.readAllBytes(demo.accounts())).get(index);
        return new Wire(http, CONTRACT, demo.server().url(), entry.get("token").asString());
    }
}
