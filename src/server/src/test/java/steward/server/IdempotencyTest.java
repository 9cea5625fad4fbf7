package steward.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.server.Faults.Fault;

class IdempotencyTest {
    @TempDir
    Path folder;

    private World world;
    private String rooms;

    @BeforeEach
    void start() {
        world = new World(folder);
        rooms = world.path("/rooms");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void returnsTheFirstAnswerOnAReplay() {
        UUID key = Ids.next();
        String body = Samples.room("one");
        HttpAnswer first = world.admin.wire().post(rooms, body, key);
        HttpAnswer second = world.admin.wire().post(rooms, body, key);
        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Change-Seq")).isEqualTo(first.header("Change-Seq"));
        assertThat(world.rows("room")).isEqualTo(1);
    }

    @Test
    void keepsARefusalButNoneOfItsEffects() {
        world.admin.wire().post(rooms, Samples.room("one"));
        int audits = world.rows("audit");
        UUID key = Ids.next();
        String body = Samples.room("one");
        assertThat(world.admin.wire().post(rooms, body, key).problem()).isEqualTo("slug-taken");
        String id = world.admin
                .wire()
                .get(rooms)
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        world.admin.wire().delete(rooms + "/" + id, 1);
        HttpAnswer replay = world.admin.wire().post(rooms, body, key);
        assertThat(replay.problem()).as("decided once").isEqualTo("slug-taken");
        assertThat(replay.replayed()).isTrue();
        assertThat(world.rows("audit")).as("the deletion alone is new").isEqualTo(audits + 1);
    }

    @Test
    void doesNotKeepWhatMayStillSucceed() {
        String id = Ids.next().toString();
        UUID key = Ids.next();
        Map<String, String> headers = Map.of("Idempotency-Key", key.toString(), "If-Match", "\"1\"");
        String path = rooms + "/" + id;
        assertThat(world.admin.wire().send("DELETE", path, null, headers).status())
                .isEqualTo(404);
        world.admin.wire().post(rooms, Samples.room(UUID.fromString(id), "late"));
        assertThat(world.admin.wire().send("DELETE", path, null, headers).status())
                .isEqualTo(204);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        UUID key = Ids.next();
        world.admin.wire().post(rooms, Samples.room("one"), key);
        assertThat(world.admin.wire().post(rooms, Samples.room("two"), key).problem())
                .isEqualTo("key-reused");
        String same = Samples.room("three");
        UUID other = Ids.next();
        world.admin.wire().post(rooms, same, other);
        assertThat(world.owner.wire().post(rooms, same, other).problem())
                .as("another account's key")
                .isEqualTo("key-reused");
    }

    @Test
    void wantsAKeyThatIsOne() {
        Wire wire = world.admin.wire();
        assertThat(wire.send("POST", rooms, Samples.room("one"), Map.of()).problem())
                .isEqualTo("missing-key");
        Map<String, String> bad = Map.of("Idempotency-Key", "1");
        assertThat(wire.send("POST", rooms, Samples.room("one"), bad).status()).isEqualTo(400);
        assertThat(world.rows("room")).isZero();
    }

    @Test
    void asksForTheRoleBeforeTheKey() {
        UUID key = Ids.next();
        String body = Samples.room("one");
        world.admin.wire().post(rooms, body, key);
        String role = "{\"role\":\"member\"}";
        world.owner.wire().patch(world.path("/members/" + world.admin.memberId()), 1, role);
        assertThat(world.admin.wire().post(rooms, body, key).status()).isEqualTo(403);
    }

    @Test
    void doesItOnceWhenManySendItAtOnce() throws Exception {
        UUID key = Ids.next();
        String body = Samples.room("one");
        List<HttpAnswer> answers = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpAnswer> call = () -> world.admin.wire().post(rooms, body, key);
            for (Future<HttpAnswer> each : pool.invokeAll(java.util.Collections.nCopies(8, call))) {
                answers.add(each.get());
            }
        }
        assertThat(answers)
                .allMatch(each -> each.status() == 201 || each.problem().equals("operation-in-progress"));
        assertThat(answers)
                .filteredOn(each -> each.status() == 201 && !each.replayed())
                .hasSize(1);
        assertThat(world.rows("room")).isEqualTo(1);
        assertThat(world.admin.wire().post(rooms, body, key).replayed()).isTrue();
    }

    @Test
    void undoesEverythingWhenItDiesBeforeTheCommit() throws Exception {
        UUID key = Ids.next();
        String body = Samples.room("one");
        long before = changes();
        world.faults.next("createRoom", new Fault.DropBeforeCommit());
        assertThatThrownBy(() -> post(body, key)).isInstanceOf(IOException.class);
        assertThat(world.rows("room")).isZero();
        assertThat(changes()).isEqualTo(before);
        HttpAnswer retried = post(body, key);
        assertThat(retried.status()).isEqualTo(201);
        assertThat(retried.replayed()).isFalse();
    }

    @Test
    void findsItsResultAgainWhenTheAnswerWasLost() throws Exception {
        UUID key = Ids.next();
        String body = Samples.room("one");
        world.faults.next("createRoom", new Fault.DropAfterCommit());
        assertThatThrownBy(() -> post(body, key)).isInstanceOf(IOException.class);
        world.faults.next("createRoom", new Fault.Truncate());
        assertThatThrownBy(() -> post(body, key)).isInstanceOf(IOException.class);
        HttpAnswer retried = post(body, key);
        assertThat(retried.replayed()).isTrue();
        assertThat(retried.status()).isEqualTo(201);
        assertThat(world.rows("room")).isEqualTo(1);
    }

    @Test
    void tellsWhatBecameOfKeys() {
        UUID key = Ids.next();
        HttpAnswer made = world.admin.wire().post(rooms, Samples.room("one"), key);
        String body = "{\"opIds\":[\"" + key + "\",\"" + Ids.next() + "\"]}";
        var items = world.admin
                .wire()
                .send("POST", world.path("/operations/lookup"), body, Map.of())
                .json()
                .get("items");
        assertThat(items.get(0).get("status").asInt()).isEqualTo(201);
        assertThat(items.get(0).get("changeSeq").asString()).isEqualTo(made.header("Change-Seq"));
        assertThat(items.get(1).get("known").asBoolean()).isFalse();
    }

    @Test
    void forgetsKeysAfterTheirRetention() {
        world.admin.wire().post(rooms, Samples.room("one"));
        world.clock.advance(Duration.ofDays(31));
        world.server.sweep();
        assertThat(world.rows("op_done")).isZero();
    }

    private HttpAnswer post(String body, UUID key) throws IOException {
        return world.admin.wire().trySend("POST", rooms, body, Map.of("Idempotency-Key", key.toString()));
    }

    private long changes() {
        return world.admin
                .wire()
                .get(world.path("/changes?after=0"))
                .json()
                .get("nextAfter")
                .asLong();
    }
}
